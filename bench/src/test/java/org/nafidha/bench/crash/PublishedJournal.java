package org.nafidha.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.nafidha.bench.visitor.Visitor;
import org.nafidha.bench.visitor.WebPage;
import tools.jackson.databind.json.JsonMapper;

/** The journal as outsiders see it: the signed checkpoint and the entry bundles (C2SP tlog-tiles), and the tree put together from them alone. */
final class PublishedJournal {

	/** The state of the log that the journal has signed. */
	record Checkpoint(long size, byte[] root) {
	}

	private static final int TILE = 256;
	private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
	private static final int KEY_HASH = 4;

	private final Visitor visitor;

	PublishedJournal(Visitor visitor) {
		this.visitor = visitor;
	}

	/** The newest checkpoint, its signature verified with the published key. */
	Checkpoint checkpoint() throws IOException, InterruptedException, GeneralSecurityException {
		String note = page("/checkpoint").text();
		String signed = note.substring(0, note.indexOf("\n\n") + 1);
		String[] lines = signed.split("\n");
		String[] vkey = JsonMapper.shared().readTree(page("/.well-known/nafidha-keys.json").body()).path("journal").asString().split("\\+", 3);
		String[] signature = note.substring(signed.length() + 1).strip().split(" ");
		assertThat(List.of(lines[0], signature[1])).containsOnly(vkey[0]);
		byte[] bytes = Base64.getDecoder().decode(signature[2]);
		Signature ed25519 = Signature.getInstance("Ed25519");
		ed25519.initVerify(key(Base64.getDecoder().decode(vkey[2])));
		ed25519.update(signed.getBytes(StandardCharsets.UTF_8));
		assertThat(ed25519.verify(bytes, KEY_HASH, bytes.length - KEY_HASH)).as("the signature of %s", note).isTrue();
		return new Checkpoint(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
	}

	/** The first entries of the log, from its bundles. */
	List<byte[]> entries(long size) throws IOException, InterruptedException {
		List<byte[]> entries = new ArrayList<>();
		for (long tile = 0; tile * TILE < size; tile++) {
			long width = Math.min(TILE, size - tile * TILE);
			ByteBuffer bundle = ByteBuffer.wrap(page("/tile/entries/" + path(tile) + (width == TILE ? "" : ".p/" + width)).body());
			while (bundle.hasRemaining()) {
				byte[] entry = new byte[bundle.getShort() & 0xffff];
				bundle.get(entry);
				entries.add(entry);
			}
		}
		return entries;
	}

	/** RFC 6962 section 2.1. */
	static byte[] root(List<byte[]> entries) {
		if (entries.isEmpty()) {
			return sha256(new byte[0]);
		}
		if (entries.size() == 1) {
			return sha256(new byte[]{0}, entries.getFirst());
		}
		int left = Integer.highestOneBit(entries.size() - 1);
		return sha256(new byte[]{1}, root(entries.subList(0, left)), root(entries.subList(left, entries.size())));
	}

	private WebPage page(String path) throws IOException, InterruptedException {
		WebPage page = visitor.get(path);
		assertThat(page.status()).as(path).isEqualTo(200);
		return page;
	}

	private static String path(long tile) {
		StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", tile % 1000));
		for (long rest = tile / 1000; rest > 0; rest /= 1000) {
			path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
		}
		return path.toString();
	}

	private static PublicKey key(byte[] typed) throws GeneralSecurityException {
		byte[] spki = ByteBuffer.allocate(ED25519_HEAD.length + typed.length - 1).put(ED25519_HEAD).put(typed, 1, typed.length - 1).array();
		return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
	}

	private static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
