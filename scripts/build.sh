# shellcheck shell=bash
# Building, only when something changed. Sourced by ./nafidha.

maven() {
	(
		cd "$TOP" || exit 1
		export JAVA_HOME=$JDK
		# Maven's own libraries use what JDK 25 warns about
		export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
		mvn -ntp -Dstyle.color="$([ -t 1 ] && echo auto || echo never)" "$@"
	)
}

# Changes whenever a source file is added, removed or written; takes milliseconds.
fingerprint() {
	(
		cd "$TOP" || exit 1
		find pom.xml ./*/pom.xml ./*/src/main ./*/frontend/* config -name node_modules -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort
		printf '%s %s\n' "$JDK" "${JVM_FLAGS[*]}"
	) | sha256sum
}

build() {
	local now
	now=$(fingerprint)
	[ "$(cat "$OUT/fingerprint" 2>/dev/null)" != "$now" ] || return 0
	say "Building (the first time downloads libraries; a few minutes at most) ..."
	mkdir -p "$OUT"
	rm -rf "$OUT/fingerprint" "$OUT/app"
	maven -q -B package -Dmaven.test.skip=true -Dquick
	cp "$TOP"/verifier/target/nafidha-verifier-*-cli.jar "$OUT/verifier.jar"
	cp "$TOP"/agencies-sim/target/nafidha-agencies-sim-*.jar "$OUT/agencies-sim.jar"
	extract_app
	say "$now" >"$OUT/fingerprint"
}

# The jar is taken apart, which starts faster than the one-file jar and is what the fast-start cache needs.
extract_app() {
	"$JDK/bin/java" -Djarmode=tools -jar "$TOP"/centre/target/nafidha-centre-*-app.jar extract --destination "$OUT/app" >/dev/null
	mv "$OUT"/app/nafidha-centre-*-app.jar "$OUT/app/centre.jar"
}

# Once after a build: one start that stops before it opens the port, recorded so that later starts take half the time.
# Only a convenience: if it fails the centre starts all the same, only slower.
train_fast_start() {
	[ ! -f "$OUT/app/centre.aot" ] && [ ! -f "$OUT/app/centre.aot.failed" ] || return 0
	say "Preparing fast starts (once after a build) ..."
	if ! "$JDK/bin/java" "${JVM_FLAGS[@]}" -XX:AOTCacheOutput="$OUT/app/centre.aot" -Dspring.context.exit=onRefresh -jar "$OUT/app/centre.jar" "$@" \
		>"$OUT/fast-start.log" 2>&1 </dev/null; then
		rm -f "$OUT/app/centre.aot"
		touch "$OUT/app/centre.aot.failed"
		say "  that did not work (see $OUT/fast-start.log); the centre starts all the same, only slower"
	fi
}

# THIRD-PARTY.md: the libraries as Maven knows them, what the pages take from npm, and what neither can tell.
write_licences() {
	maven -q -B package -Dmaven.test.skip=true -Dquick license:aggregate-add-third-party
	{
		cat <<-'TEXT'
			# What Nafidha stands on
			Written by `./nafidha licences`; do not edit. Nafidha itself is under Apache-2.0 ([LICENSE](LICENSE)).

			## In the program: libraries
			| library | version | licence as its authors name it |
			|---|---|---|
		TEXT
		LC_ALL=C sort -u "$TOP/target/generated-sources/license/libraries.md" | grep '^|'
		cat <<-'TEXT'

			`embedded-postgres-binaries` carries programs under their own licences: PostgreSQL (PostgreSQL Licence), OpenSSL (OpenSSL and SSLeay licences), ICU (Unicode),
			libxml2 and libxslt (MIT), zlib (zlib), liblzma (public domain), OSSP uuid (MIT).

			## In the pages: scripts and typefaces from npm
			| package | version | licence |
			|---|---|---|
		TEXT
		npm_licences
	} >"$TOP/THIRD-PARTY.md"
	say "wrote $TOP/THIRD-PARTY.md"
}

npm_licences() {
	# shellcheck disable=SC2016 # this is JavaScript
	node -e '
		for (const [path, p] of Object.entries(JSON.parse(require("fs").readFileSync(process.argv[1])).packages))
			if (path && !p.dev) console.log(`| ${path.replace(/^.*node_modules\//, "")} | ${p.version} | ${p.license} |`);
	' "$TOP/centre/frontend/package-lock.json" | LC_ALL=C sort -u
}
