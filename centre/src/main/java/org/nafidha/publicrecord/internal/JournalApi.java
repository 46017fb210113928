package org.nafidha.publicrecord.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nafidha.journal.PublicLog;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The journal for everybody: C2SP tlog-tiles (checkpoint, hash tiles, entry bundles of salted commitments), and proofs as
 * JSON for those who do not want to put them together from tiles. Pages of other sites may read it too.
 */
@RestController
class JournalApi {

	/** @param leafHash of the entry at the position */
	record Inclusion(long position, long treeSize, byte[] leafHash, List<byte[]> proof, byte[] root) {
	}

	record Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
	}

	private static final MediaType NOTE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
	/** What stands in a tile never changes, in a partial one neither. */
	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
	private static final CacheControl FOR_A_SECOND = CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

	private final PublicLog log;

	JournalApi(PublicLog log) {
		this.log = log;
	}

	@GetMapping("/checkpoint")
	ResponseEntity<byte[]> checkpoint() {
		return answer(log.checkpoint().map(checkpoint -> checkpoint.note().getBytes(StandardCharsets.UTF_8)), NOTE, FOR_A_SECOND);
	}

	@GetMapping("/tile/{level:0|[1-9]|[1-5][0-9]|6[0-3]}/{*path}")
	ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String path) {
		return answer(TilePath.parse(path).flatMap(tile -> log.tile(level, tile.index(), tile.width())), MediaType.APPLICATION_OCTET_STREAM,
				FOR_EVER);
	}

	@GetMapping("/tile/entries/{*path}")
	ResponseEntity<byte[]> entries(@PathVariable String path) {
		return answer(TilePath.parse(path).flatMap(tile -> log.entries(tile.index(), tile.width())), MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
	}

	/** Without a size: in the tree of the newest checkpoint. */
	@GetMapping("/journal/proof")
	ResponseEntity<Inclusion> proof(@RequestParam long position, @RequestParam(required = false) Optional<Long> size) {
		long treeSize = size.orElseGet(this::newestSize);
		return answer(log.inclusion(position, treeSize).map(proof -> new Inclusion(position, treeSize, proof.from(), proof.hashes(), proof.root())),
				MediaType.APPLICATION_JSON, size.isPresent() ? FOR_EVER : FOR_A_SECOND);
	}

	/** Without an end: to the newest checkpoint. */
	@GetMapping("/journal/consistency")
	ResponseEntity<Consistency> consistency(@RequestParam long from, @RequestParam(required = false) Optional<Long> to) {
		long larger = to.orElseGet(this::newestSize);
		return answer(log.consistency(from, larger).map(proof -> new Consistency(from, larger, proof.from(), proof.root(), proof.hashes())),
				MediaType.APPLICATION_JSON, to.isPresent() ? FOR_EVER : FOR_A_SECOND);
	}

	private long newestSize() {
		return log.checkpoint().map(Checkpoint::size).orElse(0L);
	}

	private static <T> ResponseEntity<T> answer(Optional<T> body, MediaType type, CacheControl cache) {
		return body.map(found -> ResponseEntity.ok().contentType(type).cacheControl(cache).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
				.header("Cross-Origin-Resource-Policy", "cross-origin").body(found)).orElseGet(() -> ResponseEntity.notFound().build());
	}
}
