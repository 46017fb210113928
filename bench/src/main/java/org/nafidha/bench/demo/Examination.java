package org.nafidha.bench.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nafidha.bench.demo.Steps.Failed;
import org.nafidha.bench.visitor.VerifyDesk;
import org.nafidha.bench.visitor.VerifyDesk.Verdict;

/** The steps of somebody who is handed the documents: at the public page, and with the separate verifier offline and online. */
final class Examination {

	private static final int GENUINE = 0;
	private static final int NOT_GENUINE = 1;

	private final Steps steps;
	private final VerifyDesk desk;
	private final URI centre;
	private final Path out;

	/** @param out where the first document stays, with everything it takes to verify it */
	Examination(Steps steps, VerifyDesk desk, URI centre, Path out) {
		this.steps = steps;
		this.desk = desk;
		this.centre = centre;
		this.out = out;
	}

	void examine(Paper first, Paper second) throws Failed, InterruptedException {
		atThePage(first);
		atThePage(second);
		Path document = steps.step("document, proof, code and keys are kept", () -> keep(first));
		steps.step("the separate verifier, offline: document, proof and code are genuine and agree", () -> {
			SeparateVerifier.Answer answer = SeparateVerifier.run("--json", "--keys", keys().toString(), document.toString(),
					out.resolve("receipt.json").toString(), out.resolve("qr.txt").toString());
			Files.writeString(out.resolve("verification.json"), answer.output());
			Steps.check(answer.exit() == GENUINE, "it answered " + answer.exit() + ": " + answer.output());
			return Optional.empty();
		});
		verifier("offline: the altered copy is refused", NOT_GENUINE, first.altered());
		verifier("offline: the second document is genuine", GENUINE, second.pdf());
		verifier("online: the register knows the document, not revoked", GENUINE, first.pdf(), "--online", centre.toString());
	}

	private void atThePage(Paper paper) throws Failed, InterruptedException {
		atThePage(paper.number() + " is a number of a valid document", Verdict.NUMBER, () -> desk.number(paper.number()));
		atThePage(paper.number() + " is genuine by its file", Verdict.GENUINE, () -> desk.file("document.pdf", paper.pdf()));
		atThePage(paper.number() + " with one bit changed is not", Verdict.ALTERED, () -> desk.file("altered.pdf", paper.altered()));
	}

	private void atThePage(String name, Verdict wanted, Patience.Look<Verdict> look) throws Failed, InterruptedException {
		steps.step("the public page: " + name, () -> {
			Verdict said = Patience.until("the public page answers", look);
			Steps.check(said == wanted, "it says " + said + ", not " + wanted);
			return Optional.empty();
		});
	}

	private void verifier(String name, int wanted, byte[] pdf, String... options) throws Failed, InterruptedException {
		steps.step("the separate verifier, " + name, () -> {
			Path file = Files.createTempFile("nafidha-demo", ".pdf");
			try {
				Files.write(file, pdf);
				String[] arguments = new String[options.length + 3];
				System.arraycopy(options, 0, arguments, 0, options.length);
				arguments[options.length] = "--keys";
				arguments[options.length + 1] = keys().toString();
				arguments[options.length + 2] = file.toString();
				SeparateVerifier.Answer answer = SeparateVerifier.run(arguments);
				Steps.check(answer.exit() == wanted, "it answered " + answer.exit() + ", not " + wanted + ": " + answer.output());
			} finally {
				Files.delete(file);
			}
			return Optional.empty();
		});
	}

	private Path keys() {
		return out.resolve("keys.json");
	}

	private Path keep(Paper paper) throws IOException, InterruptedException {
		Path document = out.resolve("document.pdf");
		Files.write(document, paper.pdf());
		Files.write(out.resolve("receipt.json"), paper.proof());
		Files.write(keys(), desk.keys());
		Files.write(out.resolve("qr.txt"), PrintedCode.read(paper.pdf()).getBytes(StandardCharsets.UTF_8));
		return document;
	}
}
