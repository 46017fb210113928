# shellcheck shell=bash
# Building, only when something changed. Sourced by ./nafidha.

maven() {
	(
		cd "$TOP" || exit 1
		export JAVA_HOME=$JDK
		# Maven's own libraries use what JDK 25 warns about
		export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
		mvn -ntp "$@"
	)
}

# Changes whenever a source file is added, removed or written; takes milliseconds.
fingerprint() {
	(
		cd "$TOP" || exit 1
		find pom.xml ./*/pom.xml ./*/src/main ./*/package*.json config -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort
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

write_licences() {
	maven -q -B package -Dmaven.test.skip=true -Dquick license:2.7.0:aggregate-add-third-party
}
