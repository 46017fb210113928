package org.nafidha.procedures.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Trials;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Examples of what the desk published stand with its draft; those of bundled procedures on the class path. */
@Component
class KeptExamples implements Examples {

	private final DraftStore drafts;
	private final Trials trials;

	KeptExamples(DraftStore drafts, Trials trials) {
		this.drafts = drafts;
		this.trials = trials;
	}

	@Override
	public List<Example> of(String procedure, int version) {
		Optional<Long> draft = drafts.publishedFrom(procedure, version);
		return draft.map(id -> drafts.examples(id).stream().map(DraftStore.Row::example).toList()).orElseGet(() -> bundled(procedure));
	}

	@Override
	public Result<Example> read(String text) {
		return ExampleYaml.read(text);
	}

	@Override
	public String write(Example example) {
		return ExampleYaml.write(example);
	}

	@Override
	public Replay replay(Procedure procedure, Example example) {
		return new Replay(example, trials.play(procedure, example.scenario()));
	}

	/** In the folder {@code procedures/examples/<id>}. */
	static List<Example> bundled(String procedure) {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/examples/" + procedure + "/*.yaml"))
					.sorted(Comparator.comparing(file -> String.valueOf(file.getFilename()))).map(KeptExamples::example).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the examples of " + procedure + " cannot be listed", e);
		}
	}

	private static Example example(Resource file) {
		try {
			return ExampleYaml.read(file.getContentAsString(StandardCharsets.UTF_8)).orThrow();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (IllegalStateException e) {
			throw new IllegalStateException(file.getFilename() + ": " + e.getMessage(), e);
		}
	}
}
