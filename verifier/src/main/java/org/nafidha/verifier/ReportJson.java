package org.nafidha.verifier;

import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report as JSON, format {@code nafidha-verification-v1}. */
final class ReportJson {
	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private ReportJson() {
	}

	static String of(Report report, Texts texts, Instant now) {
		ObjectNode root = MAPPER.createObjectNode();
		root.put("format", "nafidha-verification-v1");
		root.put("checkedAt", now.toString());
		root.put("exitCode", report.exitCode());
		ArrayNode files = root.putArray("files");
		report.findings().forEach(finding -> write(files.addObject(), finding, texts));
		report.together().ifPresent(together -> write(root.putObject("together"), together, texts));
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
	}

	private static void write(ObjectNode node, Finding finding, Texts texts) {
		if (!finding.file().isEmpty())
			node.put("file", finding.file());
		node.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
		node.put("cause", finding.cause().key());
		node.put("text", texts.say(finding));
		ArrayNode caveats = node.putArray("caveats");
		finding.caveats().forEach(caveat -> caveats.add(caveat.kind().key()));
		finding.subject().ifPresent(subject -> {
			switch (subject) {
				case Finding.OfCode(Claims claims) -> claims(node.put("kind", "code"), claims);
				case Finding.OfDocument(SealedPdf document) -> document(node.put("kind", "document"), document);
				case Finding.OfReceipt(Receipt receipt) -> receipt(node.put("kind", "receipt"), receipt);
			}
		});
	}

	private static void claims(ObjectNode node, Claims claims) {
		node.put("number", claims.number()).put("procedure", claims.procedure()).put("issuer", claims.issuer());
		claims.expiresAt().ifPresent(at -> node.put("expiresAt", at.toString()));
		node.put("issuedAt", claims.issuedAt().toString()).put("journalEntry", claims.journalEntry());
		node.put("dataSha256", claims.data().base64()).put("demonstration", claims.demonstration());
		ArrayNode fields = node.putArray("fields");
		claims.fields().forEach(field -> fields.addArray().add(field.label()).add(field.value()));
	}

	private static void document(ObjectNode node, SealedPdf document) {
		claims(node, document.claims());
		node.put("pdfSha256", document.pdf().base64()).put("sealedAt", document.sealedAt().toString());
	}

	private static void receipt(ObjectNode node, Receipt receipt) {
		node.put("entry", receipt.entryId()).put("entryKind", receipt.kind()).put("subject", receipt.subject()).put("actor", receipt.actor());
		node.put("at", receipt.at().toString()).put("position", receipt.position()).put("treeSize", receipt.treeSize());
	}
}
