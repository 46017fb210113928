package org.nafidha.bench.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nafidha.bench.visitor.Visitor;

/**
 * {@code ./nafidha demo --out DIR [--url URL] [--home DIR]}. Exit code 0 when every check passed, 1 when a step failed, which is said with
 * its reason, 2 when the arguments are of no use.
 */
public final class Demo {

	private final PrintStream out;
	private final PrintStream err;

	public Demo(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	static void main(String[] args) throws InterruptedException {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
		System.exit(new Demo(out, err).run(List.of(args)));
	}

	/** Runs the command and answers its exit code. */
	public int run(List<String> args) throws InterruptedException {
		Options options;
		try {
			options = Options.parse(args);
			Files.createDirectories(options.out());
		} catch (IllegalArgumentException unusable) {
			return unusable(String.valueOf(unusable.getMessage()));
		} catch (IOException e) {
			return unusable("nothing can be written to " + e.getMessage());
		}
		try (HttpClient http = Visitor.client()) {
			if (options.url() != null) {
				return at(URI.create(options.url()), options.home(), options, http);
			}
			URI usual = URI.create("http://localhost:" + options.port());
			return isCentre(http, usual) ? at(usual, options.home(), options, http) : atOwnCentre(options, http);
		} catch (IOException e) {
			err.println("nafidha: " + e.getMessage());
			return 1;
		}
	}

	private int at(URI centre, Path home, Options options, HttpClient http) throws IOException, InterruptedException {
		return new MainJob(http, centre, home, options.out(), new Steps(out)).run() ? 0 : 1;
	}

	private int atOwnCentre(Options options, HttpClient http) throws IOException, InterruptedException {
		out.println("No centre answers at port " + options.port() + "; starting one for this demonstration ...");
		try (OwnCentre own = new OwnCentre()) {
			out.println("  started in " + own.process().awaitFirstPage().toMillis() + " ms");
			return at(own.process().address(), own.home(), options, http);
		}
	}

	private static boolean isCentre(HttpClient http, URI address) throws InterruptedException {
		try {
			return new Visitor(http, address).get("/demo/outbox").isOk();
		} catch (IOException nobody) {
			return false;
		}
	}

	private int unusable(String why) {
		err.println("nafidha: " + why);
		err.println("usage: ./nafidha demo --out DIR [--url URL] [--home DIR]");
		return 2;
	}
}
