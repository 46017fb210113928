package org.nafidha.agencies.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nafidha.agencies.internal.Reply.Fault;
import org.nafidha.agencies.internal.Reply.Later;
import org.nafidha.agencies.internal.Reply.Unreachable;
import org.nafidha.agencies.internal.Reply.Unusable;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;

/**
 * The X-Road message protocol for REST (version 1 of its profile): a service's id in the path, who asks and what about in headers, and the
 * hash of the question in the answer. Thread-safe; one call takes at most the settings' time-outs, however slowly the other side drips.
 */
@Component
class Wire {

	/** Larger than any answer; the connection is closed when more comes. */
	static final int LARGEST_ANSWER_BYTES = 1_000_000;
	static final String ANSWERS = "/agencies/answers";

	private static final int OK = 200;
	private static final int ACCEPTED = 202;

	private final AgencySettings settings;
	private final CentreProperties centre;
	private final AnswerReader answers;
	private final HttpClient http;

	Wire(AgencySettings settings, CentreProperties centre, AnswerReader answers) {
		this.settings = settings;
		this.centre = centre;
		this.answers = answers;
		this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout())
				.followRedirects(HttpClient.Redirect.NEVER).build();
	}

	Reply ask(Question question) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + "/r1/" + question.service().path()))
				.timeout(settings.answerTimeout()).header("Content-Type", "application/json; charset=utf-8")
				.header("X-Road-Client", settings.client())
				.header("X-Road-Id", question.id()).header("X-Road-UserId", "system").header("X-Road-Issue", question.caseNumber())
				.header("X-Nafidha-Answer-To", centre.publicUrl() + ANSWERS).header("X-Nafidha-Signature", question.signature())
				.POST(BodyPublishers.ofByteArray(question.body())).build();
		CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request,
				BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
		try {
			return reply(question, sent.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS));
		} catch (TimeoutException late) {
			sent.cancel(true);
			return new Unreachable("time-out");
		} catch (ExecutionException failed) {
			return new Unreachable("connection");
		} catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			sent.cancel(true);
			return new Unreachable("stopping");
		}
	}

	private Reply reply(Question question, HttpResponse<byte[]> response) {
		if (response.statusCode() != OK && response.statusCode() != ACCEPTED) {
			return new Unreachable("status-" + response.statusCode());
		}
		String signature = header(response, "X-Nafidha-Signature");
		boolean ours = Question.hash(question.body()).equals(header(response, "X-Road-Request-Hash"));
		if (ours && response.statusCode() == OK) {
			return answers.read(question, response.body(), signature);
		}
		return ours && answers.accepts(question, response.body(), signature) ? new Later() : new Unusable(Fault.SIGNATURE, response.body());
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}
}
