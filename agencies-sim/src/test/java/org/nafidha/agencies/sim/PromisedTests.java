package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The centre takes no answer that lacks a field which its list of services promises. */
class PromisedTests {

	private static final Path LIST = Path.of("../centre/src/main/resources/agencies/services.yaml");
	private static final Pattern SERVICE = Pattern.compile("^ {4}([a-z-]+): \\{ subject: (person|property), .*outputs: \\{ (.*) } }$",
			Pattern.MULTILINE);

	private final InventedPeople people = new InventedPeople(7, Map.of());

	static Stream<Arguments> services() throws IOException {
		return SERVICE.matcher(Files.readString(LIST)).results().map(found -> Arguments.of(found.group(1), found.group(2), fields(found)));
	}

	private static List<String> fields(MatchResult found) {
		return Arrays.stream(found.group(3).split(", ")).map(field -> field.substring(0, field.indexOf(':'))).toList();
	}

	@ParameterizedTest
	@MethodSource("services")
	void everyAnswerHoldsWhatIsPromised(String service, String subject, List<String> promised) {
		if (subject.equals("property")) {
			assertThat(new InventedLand(people).property(service, "2/2533/1+9")).containsKeys(promised.toArray(String[]::new));
			return;
		}
		List<Map<String, Object>> answers = IntStream.range(0, 300).mapToObj(i -> people.about(service, "0201" + (1_000_000 + i)))
				.filter(answer -> !answer.isEmpty()).toList();
		assertThat(answers).isNotEmpty().allSatisfy(answer -> assertThat(answer).containsKeys(promised.toArray(String[]::new)));
	}
}
