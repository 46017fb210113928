package org.nafidha.procedures.internal;

import java.util.List;
import org.nafidha.procedures.Finding;

/** What the parser of YAML says in its own English about a text that it cannot read, said so that its author can mend it, in both languages. */
final class YamlProblems {

	/** @param says how the parser's sentence begins @param code under {@code finding.yaml} */
	private record Known(String says, String code) {
	}

	private static final List<Known> KNOWN = List.of(new Known("found character '\\t", "tab"), new Known("found character '", "sign"),
			new Known("mapping values are not allowed here", "colon"), new Known("mapping keys are not allowed here", "colon"),
			new Known("sequence entries are not allowed here", "dash"), new Known("could not find expected ':'", "no-colon"),
			new Known("found unexpected end of stream", "open-quote"), new Known("expected ',' or ", "open-bracket"),
			new Known("expected <block end>, but found", "indent"), new Known("expected '<document start>', but found", "indent"),
			new Known("found unknown escape character", "escape"), new Known("expected escape sequence", "escape"));

	private YamlProblems() {
	}

	static Finding finding(String problem) {
		return KNOWN.stream().filter(known -> problem.startsWith(known.says())).findFirst()
				.map(known -> Findings.language("yaml." + known.code(), ""))
				.orElseGet(() -> Findings.language("yaml.syntax", "", "problem", problem));
	}
}
