package org.nafidha.procedures.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Finding.Kind;
import org.nafidha.procedures.Publications;
import org.nafidha.procedures.Publications.Publication.Published;
import org.nafidha.procedures.Publications.Publication.Refused;
import org.nafidha.procedures.Publications.Version;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * At the start, before the first request: publishes the procedures that came with this release and are not yet in the
 * database. A text that changed without a new version stops the start, since cases may be running on the old one; a file
 * that is no procedure does too. A definition that this house cannot run is not published, and the log says why.
 */
@Component
class BundledPublication implements SmartInitializingSingleton {

	static final Actor RELEASE = new Actor.System("release");

	private static final Logger LOG = LoggerFactory.getLogger(BundledPublication.class);

	private final Publications publications;
	private final PublishedProcedures procedures;
	private final Texts texts;

	BundledPublication(Publications publications, PublishedProcedures procedures, Texts texts) {
		this.publications = publications;
		this.procedures = procedures;
		this.texts = texts;
	}

	@Override
	public void afterSingletonsInstantiated() {
		publish(BundledFiles.all());
	}

	void publish(List<BundledFile> files) {
		files.stream().filter(file -> !published(file)).forEach(this::publish);
		procedures.refresh();
	}

	/** Looks at nothing but id, version and hash: at every start but the first that is all there is to do. */
	private boolean published(BundledFile file) {
		JsonNode root = YamlSource.read(file.text()).root();
		List<Version> versions = publications.versions(root.path("procedure").asString(""));
		Optional<Version> same = versions.stream().filter(version -> version.version() == root.path("version").asInt(0)).findFirst();
		if (same.isPresent() && !same.get().sha256().equals(VersionStore.sha256(file.text()))) {
			throw new IllegalStateException(report(file, List.of(Publisher.taken(same.get(), versions))));
		}
		return same.isPresent();
	}

	private void publish(BundledFile file) {
		switch (publications.publish(file.name(), file.text(), RELEASE)) {
			case Published(Version version, boolean already, List<Finding> staffing) -> {
				LOG.info("Published {} version {} (journal entry {})", version.procedure(), version.version(), version.entry());
				if (!staffing.isEmpty()) {
					LOG.warn("The present staff cannot carry it on every day:\n{}", report(file, staffing));
				}
			}
			case Refused(List<Finding> findings) when findings.stream().anyMatch(finding -> finding.kind() == Kind.LANGUAGE) ->
				throw new IllegalStateException(report(file, findings));
			case Refused(List<Finding> findings) -> LOG.error("Not published, and so not offered:\n{}", report(file, findings));
		}
	}

	/** For the operator's log: in English, a line each. */
	private String report(BundledFile file, List<Finding> findings) {
		return findings.stream().map(finding -> finding.text(texts, Texts.ENGLISH, "procedures/" + file.name())).collect(Collectors.joining("\n"));
	}
}
