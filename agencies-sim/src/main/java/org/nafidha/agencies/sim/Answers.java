package org.nafidha.agencies.sim;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of every answer. The same id again gets the same bytes, whatever has changed since; the newest 10,000 are remembered. */
final class Answers {

	private static final int REMEMBERED = 10_000;
	/** With faults, a body knows nothing of one person in so many, and says so to everybody who asks. */
	private static final int ONE_REFUSED_IN = 100;
	private static final Map<String, String> SOMEBODY_ELSE = Map.of("nationalNumber", "02099999999", "property", "99/99999/1", "reference", "ELSE-1");
	private static final byte[] GARBAGE = "<html>it works</html>".getBytes(StandardCharsets.UTF_8);

	private final InventedPeople people;
	private final InventedLand land;
	private final InstantSource clock;
	private final boolean refusals;
	private final JsonMapper json = JsonMapper.builder().build();
	private final Map<String, byte[]> given = Collections.synchronizedMap(new LinkedHashMap<>() {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > REMEMBERED;
		}
	});

	Answers(Options options, InstantSource clock) {
		this.people = new InventedPeople(options.seed(), KnownPeople.read(options.people()));
		this.land = new InventedLand(people);
		this.clock = clock;
		this.refusals = options.faults().mixture() != Faults.Mixture.NONE;
	}

	/** Throws {@link tools.jackson.core.JacksonException} when the question is no JSON. */
	byte[] of(Agency agency, Question question, Behaviour behaviour) {
		return given.computeIfAbsent(question.id(), id -> behaviour == Behaviour.GARBAGE ? GARBAGE : written(agency, question, behaviour));
	}

	byte[] ticket(Question question) {
		return json.writeValueAsBytes(Map.of("ticket", question.id()));
	}

	/** Of an error, unsigned. */
	byte[] fault(String code) {
		return json.writeValueAsBytes(Map.of("type", code, "message", "simulated agency"));
	}

	private byte[] written(Agency agency, Question question, Behaviour behaviour) {
		JsonNode subject = json.readTree(question.body()).path("subject");
		String service = question.path().substring(agency.path().length() + 1);
		Map<String, Object> data = behaviour == Behaviour.REFUSED ? Map.of() : data(agency, service, subject);
		return json.writeValueAsBytes(Map.of("outcome", data.isEmpty() ? "refused" : "answered", "subject",
				behaviour == Behaviour.OTHER_PERSON ? SOMEBODY_ELSE : subject, "asOf", clock.instant().toString(), "reference",
				agency.member().substring(0, 3).toUpperCase(Locale.ROOT) + "-" + Integer.toHexString(question.id().hashCode()), "data",
				behaviour == Behaviour.WRONG_TYPES ? twisted(data) : data));
	}

	/** Empty when there is nothing to tell. */
	private Map<String, Object> data(Agency agency, String service, JsonNode subject) {
		if (subject.has("property")) {
			return land.property(service, subject.path("property").asString(""));
		}
		if (subject.has("nationalNumber")) {
			String number = subject.path("nationalNumber").asString("");
			return number.matches("[0-9]{11}") && !refused(agency, number) ? people.about(service, number) : Map.of();
		}
		String reference = subject.path("reference").asString("");
		return switch (service) {
			case "attestation" -> Map.of("attestationNumber", "MFA-" + Math.abs(reference.hashCode() % 100_000), "attestedOn",
					clock.instant().toString().substring(0, 10), "desk", "مكتب التصديق بحلب");
			case "bill" -> Map.of("amount", 1_000 + Math.abs(reference.hashCode() % 40) * 250, "period", "2026-10");
			case "status" -> Map.of("state", "booked");
			default -> Map.of();
		};
	}

	private boolean refused(Agency agency, String number) {
		return refusals && !people.known(number) && people.random(number + "/unknown to " + agency.member()).nextInt(ONE_REFUSED_IN) == 0;
	}

	private static Map<String, Object> twisted(Map<String, Object> data) {
		Map<String, Object> twisted = new LinkedHashMap<>();
		data.forEach((name, value) -> twisted.put(name, value instanceof String ? List.of(7) : "text"));
		return twisted;
	}
}
