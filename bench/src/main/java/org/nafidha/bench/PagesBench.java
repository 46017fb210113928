package org.nafidha.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.util.FileSystemUtils;

/** Bytes on the wire (compressed) and milliseconds of each public page, one reader, after warming up. */
final class PagesBench implements Measurement {

	static final List<String> PUBLIC = List.of("/", "/services", "/services/temporary-register-statement", "/services/violations-statement");

	private static final String GROUP = "pages";
	private static final int WARM_UP = 300;
	private static final int REPEATS = 200;

	@Override
	public void measure(Report report) throws Exception {
		report.condition("pages", REPEATS + " requests by one reader after " + WARM_UP + " others, gzip, without assets");
		Path home = Folders.freshHome("pages");
		try (CentreProcess centre = CentreProcess.start(home, CentreProcess.freePort(), List.of()); HttpClient http = HttpClient.newHttpClient()) {
			centre.awaitFirstPage();
			for (String page : PUBLIC) {
				for (int i = 0; i < WARM_UP; i++) {
					read(http, centre.address().resolve(page));
				}
				long[] nanos = new long[REPEATS];
				int bytes = 0;
				for (int i = 0; i < REPEATS; i++) {
					long start = System.nanoTime();
					bytes = read(http, centre.address().resolve(page));
					nanos[i] = System.nanoTime() - start;
				}
				report.add(Figure.of(GROUP, page + ": size", "kB", bytes / 1000.0));
				report.add(new Figure(GROUP, page + ": time", "ms", LongStream.of(nanos).mapToObj(n -> n / 1e6).toList()));
			}
		}
		FileSystemUtils.deleteRecursively(home);
	}

	private static int read(HttpClient http, URI address) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
		if (answer.statusCode() != 200) {
			throw new IOException(address + " answered " + answer.statusCode());
		}
		return answer.body().length;
	}
}
