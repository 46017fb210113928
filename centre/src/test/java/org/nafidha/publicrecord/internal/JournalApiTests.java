package org.nafidha.publicrecord.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal as an outside monitor does, with nothing but HTTP and SHA-256. */
@CentreTest
class JournalApiTests {

	@Autowired
	JournalApi api;
	@Autowired
	Journal journal;
	@Autowired
	TransactionTemplate transaction;

	@Test
	void anOutsiderRebuildsTheSignedRootFromTilesAndFromEntries() throws Exception {
		grow(700);
		String[] checkpoint = text("/checkpoint").split("\n");
		long size = Long.parseLong(checkpoint[1]);
		List<byte[]> leaves = new ArrayList<>();
		for (long first = 0; first < size; first += 256) {
			int width = (int) Math.min(256, size - first);
			String address = new TilePath(first / 256, width).text();
			byte[] hashes = bytes("/tile/0/" + address);
			byte[] bundle = bytes("/tile/entries/" + address);
			assertThat(hashes).hasSize(width * 32);
			assertThat(bundle).hasSize(width * 34);
			for (int i = 0; i < width; i++) {
				byte[] leaf = Arrays.copyOfRange(hashes, i * 32, i * 32 + 32);
				assertThat(Arrays.copyOfRange(bundle, i * 34, i * 34 + 2)).containsExactly(0, 32);
				assertThat(sha256(new byte[]{0}, Arrays.copyOfRange(bundle, i * 34 + 2, i * 34 + 34))).isEqualTo(leaf);
				leaves.add(leaf);
			}
		}
		assertThat(root(leaves)).isEqualTo(Base64.getDecoder().decode(checkpoint[2]));
		int full = (int) (size / 256);
		assertThat(bytes("/tile/1/" + new TilePath(0, full).text())).as("roots of the full tiles").startsWith(root(leaves.subList(0, 256)))
				.endsWith(root(leaves.subList((full - 1) * 256, full * 256))).hasSize(full * 32);
		assertThat(bytes("/tile/0/000.p/3")).as("a partial tile of an earlier size").isEqualTo(Arrays.copyOf(bytes("/tile/0/000"), 96));
	}

	@Test
	void proofsComeAsJson() throws Exception {
		grow(300);
		long size = Long.parseLong(text("/checkpoint").split("\n")[1]);
		JsonNode inclusion = json("/journal/proof?position=17&size=" + size);
		assertThat(inclusion.get("treeSize").asLong()).isEqualTo(size);
		assertThat(inclusion.get("leafHash").asString())
				.isEqualTo(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes("/tile/0/000"), 544, 576)));
		assertThat(inclusion.get("root").asString()).isEqualTo(json("/journal/consistency?from=" + size + "&to=" + size).get("toRoot").asString());
		assertThat(inclusion.get("proof").size()).isPositive();
		JsonNode consistency = json("/journal/consistency?from=256&to=" + size);
		assertThat(consistency.get("proof").size()).isPositive();
		assertThat(Base64.getDecoder().decode(consistency.get("fromRoot").asString())).isEqualTo(bytes("/tile/1/000.p/1"));
		assertThat(json("/journal/proof?position=0").get("treeSize").asLong()).isGreaterThanOrEqualTo(size);
		assertThat(json("/journal/consistency?from=1").get("to").asLong()).isGreaterThanOrEqualTo(size);
	}

	@Test
	void whatNeverChangesIsCachedForEverAndTheCheckpointHardly() throws Exception {
		grow(260);
		assertThat(answer("/tile/0/000").getHeader("Cache-Control")).contains("immutable").contains("max-age=31536000");
		assertThat(answer("/tile/0/000").getContentType()).isEqualTo("application/octet-stream");
		assertThat(answer("/tile/entries/000.p/9").getContentType()).isEqualTo("application/octet-stream");
		assertThat(answer("/checkpoint").getHeader("Cache-Control")).isEqualTo("max-age=1, public");
		assertThat(answer("/checkpoint").getContentType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(answer("/checkpoint").getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/tile/0/x999/999", "/tile/0/x999/999.p/7", "/tile/1/999", "/tile/7/000", "/tile/63/000", "/tile/64/000", "/tile/00/000",
			"/tile/-1/000", "/tile/0/0", "/tile/0/x000/000", "/tile/0/000.p/256", "/tile/0/000.p/0", "/tile/0",
			"/tile/entries/x999/x999/x999/x999/x999/999",
			"/tile/data/000", "/journal/proof?position=-1", "/journal/proof?position=0&size=900000000", "/journal/proof?position=5&size=5",
			"/journal/consistency?from=0", "/journal/consistency?from=3&to=2", "/journal/consistency?from=1&to=900000000"})
	void whatIsNotThereIsNotFound(String address) throws Exception {
		assertThat(answer(address).getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/journal/proof", "/journal/proof?position=x", "/journal/consistency?from=1&to=9999999999999999999"})
	void whatIsNoNumberIsABadRequest(String address) throws Exception {
		assertThat(answer(address).getStatus()).isEqualTo(400);
	}

	private void grow(int entries) {
		String subject = "api-" + UUID.randomUUID();
		transaction.executeWithoutResult(t -> IntStream.range(0, entries)
				.forEach(i -> journal.append(new Act("test.done", subject, new Actor.System("tests"), Map.of("i", i)))));
		await().atMost(60, SECONDS).until(() -> journal.about(subject).stream().allMatch(e -> e.position().isPresent()));
	}

	private MockHttpServletResponse answer(String address) throws Exception {
		MockMvc mvc = MockMvcBuilders.standaloneSetup(api).build();
		return mvc.perform(get(address)).andReturn().getResponse();
	}

	private byte[] bytes(String address) throws Exception {
		MockHttpServletResponse response = answer(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return response.getContentAsByteArray();
	}

	private String text(String address) throws Exception {
		return new String(bytes(address), StandardCharsets.UTF_8);
	}

	private JsonNode json(String address) throws Exception {
		return JsonMapper.shared().readTree(bytes(address));
	}

	private static byte[] root(List<byte[]> leaves) throws Exception {
		if (leaves.size() == 1) {
			return leaves.getFirst();
		}
		int k = Integer.highestOneBit(leaves.size() - 1);
		return sha256(new byte[]{1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
	}

	private static byte[] sha256(byte[]... parts) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (byte[] part : parts) {
			digest.update(part);
		}
		return digest.digest();
	}
}
