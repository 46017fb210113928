package org.nafidha.verifier;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command: {@code verify FILE...}. Exit code 0 when everything is genuine, 1 when something is altered, revoked, expired or not the
 * city's, 2 when something could not be judged. One line for each file on standard output, or JSON.
 */
public final class Verify {
	/** Held strongly, for a logger that nobody holds forgets its level. */
	private static final Logger ROOT = Logger.getLogger("");

	private final Map<String, String> environment;
	private final InstantSource clock;
	private final PrintStream out;
	private final PrintStream err;

	/** @param environment where the language and NAFIDHA_KEYS are looked up */
	public Verify(Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {
		this.environment = environment;
		this.clock = clock;
		this.out = out;
		this.err = err;
	}

	@SuppressWarnings("SystemOut") // a command speaks to its terminal
	static void main(String[] arguments) {
		System.setProperty("java.awt.headless", "true");
		ROOT.setLevel(Level.OFF); // PDFBox's remarks on fonts are not the reader's concern
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		System.exit(new Verify(System.getenv(), InstantSource.system(), out, err).run(List.of(arguments)));
	}

	/** Runs the command and returns its exit code. */
	public int run(List<String> arguments) {
		try {
			Options options = Options.parse(arguments, environment);
			Texts texts = new Texts(options.language());
			if (options.help()) {
				out.println(texts.say("usage", Map.of()));
				return 0;
			}
			if (options.files().isEmpty()) {
				err.println(texts.say("usage", Map.of()));
				return 2;
			}
			return verify(options, texts);
		} catch (Options.Unusable unusable) {
			Texts texts = new Texts(Options.defaultLanguage(environment));
			err.println(texts.say("unusable", Map.of("argument", unusable.argument())));
			err.println(texts.say("usage", Map.of()));
			return 2;
		}
	}

	private int verify(Options options, Texts texts) {
		Report report;
		try (Sources sources = new Sources(options, environment.get("NAFIDHA_KEYS"))) {
			report = new Verifier(sources.keys(), sources.revocations(), clock, options.strict()).verify(options.files());
			if (sources.keysFromNetwork())
				report = report.with(new Caveat(Caveat.Kind.KEYS_FROM_NETWORK, Map.of("home", options.online().orElseThrow())));
		} catch (Rejected rejected) {
			report = new Report(options.files().stream().map(file -> Finding.rejected(file.toString(), rejected)).toList(), Optional.empty());
		}
		if (options.json())
			out.println(ReportJson.of(report, texts, clock.instant()));
		else
			print(report, texts);
		return report.exitCode();
	}

	private void print(Report report, Texts texts) {
		for (Finding finding : report.findings())
			out.println(Texts.printable(finding.file()) + ": " + texts.say(finding));
		report.together().ifPresent(together -> out.println(texts.say(together)));
	}

	/** Reads a file that the check needs, not one to be checked. */
	static byte[] read(Path file, Cause otherwise) throws Rejected {
		try {
			if (Files.size(file) > Limits.TEXT_BYTES)
				throw new Rejected(otherwise);
			return Files.readAllBytes(file);
		} catch (IOException _) {
			throw new Rejected(otherwise);
		}
	}
}
