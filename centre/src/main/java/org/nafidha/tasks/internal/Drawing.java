package org.nafidha.tasks.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.nafidha.tasks.Draw;

/** The draw itself, as {@link Draw} describes it: a pure function of the day's secret, the draw's id and the eligible officers. */
final class Drawing {

	private Drawing() {
	}

	/** @param eligible ids in ascending order */
	static Draw draw(byte[] secret, LocalDate day, String id, List<String> eligible, ToIntFunction<String> load) {
		Map<String, Integer> loads = new LinkedHashMap<>();
		List<String> candidates = candidates(secret, id, eligible);
		candidates.forEach(officer -> loads.put(officer, load.applyAsInt(officer)));
		return new Draw(id, day, eligible, loads, lessLoaded(candidates, loads));
	}

	/** Whom the same draw names again, given the loads that were recorded. */
	static @Nullable String replay(byte[] secret, Draw draw) {
		return lessLoaded(candidates(secret, draw.id(), draw.eligible()), draw.loads());
	}

	private static List<String> candidates(byte[] secret, String id, List<String> eligible) {
		if (eligible.size() < 2) {
			return eligible;
		}
		ByteBuffer lot = ByteBuffer.wrap(hmac(secret, id));
		List<String> rest = new ArrayList<>(eligible);
		String first = rest.remove(Integer.remainderUnsigned(lot.getInt(), rest.size()));
		String second = rest.get(Integer.remainderUnsigned(lot.getInt(), rest.size()));
		return List.of(first, second);
	}

	private static @Nullable String lessLoaded(List<String> candidates, Map<String, Integer> loads) {
		return switch (candidates.size()) {
			case 0 -> null;
			case 1 -> candidates.getFirst();
			default -> load(loads, candidates.get(1)) < load(loads, candidates.get(0)) ? candidates.get(1) : candidates.get(0);
		};
	}

	private static int load(Map<String, Integer> loads, String officer) {
		return loads.getOrDefault(officer, 0);
	}

	private static byte[] hmac(byte[] secret, String id) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));
			return mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
		}
	}
}
