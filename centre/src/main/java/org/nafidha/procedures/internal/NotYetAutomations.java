package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation;
import tools.jackson.databind.JsonNode;

/**
 * Automations that procedures are written and checked against and that no module offers yet: {@code automations/not-yet.yaml}. One is taken
 * out of the file when its module comes.
 */
final class NotYetAutomations {

	private NotYetAutomations() {
	}

	static List<Automation> read() {
		List<Automation> automations = new ArrayList<>();
		YamlSource source = YamlSource.read(BundledFiles.resource("automations/not-yet.yaml"));
		for (var entry : source.root().properties()) {
			JsonNode node = entry.getValue();
			automations.add(new NotYet(new Automation.Signature(entry.getKey(), Reading.stringMap(node.path("inputs")),
					Reading.stringMap(node.path("outputs")), Set.copyOf(Reading.strings(node.path("outcomes"))), Automation.Timing.AFTER_COMMIT),
					Reading.text(node)));
		}
		return automations;
	}

	/** Cases of a procedure that needs it are not opened, so it is never run. */
	private record NotYet(Signature signature, LocalizedText reason) implements Automation {

		@Override
		public Answer run(Call call) {
			throw new IllegalStateException(signature.name() + " is not available yet, and no case should have come to it");
		}

		@Override
		public Optional<LocalizedText> notYet() {
			return Optional.of(reason);
		}
	}
}
