# shellcheck shell=bash
# What the project needs from the machine: how to find it, and how to get it. Sourced by ./nafidha.

say() { printf '%s\n' "$*"; }

die() {
	printf 'nafidha: %s\n' "$*" >&2
	exit 1
}

# The value of an option: value --port 8081
value() {
	[ $# -ge 2 ] || die "$1 needs a value"
	printf '%s' "$2"
}

# ---- finding ---------------------------------------------------------------------------------------------------------

# Each find_X prints where X is, or fails.
find_jdk() {
	local home
	for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home "$(java_on_path)"; do
		if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
			printf '%s' "$home"
			return
		fi
	done
	return 1
}

java_on_path() {
	local java
	java=$(command -v java) && dirname "$(dirname "$(realpath "$java")")"
}

find_maven() { command -v mvn; }

find_node() {
	local major
	major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/') && [ "${major:-0}" -ge 18 ] && command -v npm
}

# Java draws text through fontconfig, also without a screen.
find_fonts() { [ -n "$(fc-list 2>/dev/null | head -n 1)" ] && command -v fc-list; }

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

find_poppler() { command -v pdftotext && command -v pdfsig >/dev/null; }

find_softhsm() { command -v softhsm2-util; }

find_shellcheck() { command -v shellcheck; }

# ---- what each is, and how to get it ---------------------------------------------------------------------------------

tool_name() {
	case $1 in
		jdk) say "JDK 25" ;;
		maven) say "Maven 3.8 or newer" ;;
		node) say "Node.js 18 or newer with npm" ;;
		fonts) say "fontconfig and a font" ;;
		chromium) say "Chromium" ;;
		poppler) say "poppler-utils (pdftotext, pdfsig)" ;;
		softhsm) say "SoftHSM 2 (a token for keys, in software)" ;;
		shellcheck) say "shellcheck" ;;
	esac
}

tool_use() {
	case $1 in
		jdk | maven | fonts) say "to run" ;;
		node) say "to build the pages' scripts and fonts" ;;
		*) say "to test" ;;
	esac
}

# Debian packages, one alternative a line.
tool_packages() {
	case $1 in
		jdk) printf '%s\n' temurin-25-jdk openjdk-25-jdk-headless openjdk-25-jdk ;;
		maven) say maven ;;
		node) printf '%s\n' "nodejs npm" nodejs ;;
		fonts) say "fontconfig fonts-dejavu-core" ;;
		chromium) say chromium ;;
		poppler) say poppler-utils ;;
		softhsm) say softhsm2 ;;
		shellcheck) say shellcheck ;;
	esac
}

tool_elsewhere() {
	case $1 in
		jdk) say "install a JDK 25 (for example Eclipse Temurin, https://adoptium.net) under /usr/lib/jvm, or set JAVA_HOME to it" ;;
		maven) say "install Maven (https://maven.apache.org) so that 'mvn' is on the PATH" ;;
		node) say "install Node.js 18 or newer (https://nodejs.org) so that 'node' and 'npm' are on the PATH" ;;
		*) say "install the package $(tool_packages "$1" | head -n 1) with your system's package manager" ;;
	esac
}

how_to_get() {
	if command -v apt-get >/dev/null && [ "$1" != jdk ]; then
		say "apt-get install $(tool_packages "$1" | head -n 1)"
	else
		tool_elsewhere "$1"
	fi
}

# ---- getting ---------------------------------------------------------------------------------------------------------

# Makes sure of each tool, installing with apt where that is possible; otherwise says exactly what to do.
need() {
	local tool
	for tool in "$@"; do
		"find_$tool" >/dev/null || install_tool "$tool"
		"find_$tool" >/dev/null || die "$(tool_name "$tool") is missing, needed $(tool_use "$tool"): $(how_to_get "$tool")"
	done
	JDK=$(find_jdk) || true
	export JDK
}

install_tool() {
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
	local packages
	say "$(tool_name "$1") is missing; installing it with apt ..." >&2
	update_package_lists
	while read -r packages; do
		# shellcheck disable=SC2086 # several packages on one line
		if apt-get install -y --no-install-recommends $packages >"$APT_LOG" 2>&1 </dev/null; then
			say "  installed: $packages" >&2
			hash -r
			return 0
		fi
	done < <(tool_packages "$1")
	say "  apt could not; its words are in $APT_LOG" >&2
}

APT_LOG=${TMPDIR:-/tmp}/nafidha-apt.$$.log
APT_UPDATED=
export DEBIAN_FRONTEND=noninteractive

update_package_lists() {
	[ -n "$APT_UPDATED" ] || apt-get update -q >"$APT_LOG" 2>&1 </dev/null || say "  apt-get update failed; trying with the lists that are there" >&2
	APT_UPDATED=yes
}

# A table of everything, whether it is there, and how to get it; fails if something needed is missing.
doctor() {
	local tool where missing=0
	printf '%-36s %-40s %s\n' "what" "needed" "where, or how to get it"
	for tool in jdk maven node fonts chromium poppler softhsm shellcheck; do
		if where=$("find_$tool"); then
			printf '%-36s %-40s %s\n' "$(tool_name "$tool")" "$(tool_use "$tool")" "$where"
		else
			printf '%-36s %-40s MISSING: %s\n' "$(tool_name "$tool")" "$(tool_use "$tool")" "$(how_to_get "$tool")"
			missing=1
		fi
	done
	doctor_machine
	return $missing
}

doctor_machine() {
	local free
	free=$(df -Pm "$TOP" | awk 'NR == 2 { print $4 }')
	printf '%-36s %-40s %s\n' "disk" "3,000 MB to build and test" "$free MB free"
	printf '%-36s %-40s %s\n' "port $PORT" "to run" "$(port_state "$PORT")"
	printf '%-36s %-40s %s\n' "quarters of Aleppo" "real names in the demonstration" "$(quarters_state "$QUARTERS")"
}

port_state() {
	if port_is_free "$1"; then say "free"; else say "in use: take another with --port"; fi
}

quarters_state() {
	if [ -f "$1" ]; then say "$1"; else say "absent; the demonstration city then uses the names it carries itself"; fi
}

# ---- the network on this machine -------------------------------------------------------------------------------------

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Does the address answer with 200? By bash alone, since curl may be absent.
answers() {
	local rest=${1#http://} host path line=
	host=${rest%%/*}
	path=/${rest#*/}
	{
		exec 3<>"/dev/tcp/${host%%:*}/${host##*:}" || return 1
		printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$path" "$host" >&3
		read -r -t 5 line <&3
		exec 3>&-
	} 2>/dev/null
	[[ $line == HTTP/*" 200 "* ]]
}
