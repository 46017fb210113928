package org.nafidha.bench.visitor;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was shown, with its hidden fields, and as it is filled in. Immutable: sending it twice sends the same twice, idempotency
 * key included, as a person does who presses again because no answer came.
 */
public final class WebForm {

	private static final String BOUNDARY = "----nafidha-visitor-7d1f4c9a";

	/** A file that is handed in under a field's name. */
	private record Attached(String field, String name, byte[] content) {
	}

	private final String action;
	private final boolean multipart;
	private final Map<String, String> fields;
	private final @Nullable Attached file;

	private WebForm(String action, boolean multipart, Map<String, String> fields, @Nullable Attached file) {
		this.action = action;
		this.multipart = multipart;
		this.fields = fields;
		this.file = file;
	}

	static WebForm of(FormElement form) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (KeyVal field : form.formData()) {
			fields.put(field.key(), field.value());
		}
		form.select("input[type=radio][name]").forEach(radio -> fields.putIfAbsent(radio.attr("name"), ""));
		return new WebForm(form.attr("action"), form.attr("enctype").equals("multipart/form-data"), fields, null);
	}

	/** Path and query that it is sent to. */
	public String action() {
		return action;
	}

	public Set<String> names() {
		return Set.copyOf(fields.keySet());
	}

	/** What stands in a field; empty when the form has no such field. */
	public Optional<String> value(String name) {
		return Optional.ofNullable(fields.get(name));
	}

	/** The same form with a field filled in, or a button pressed. */
	public WebForm with(String name, String value) {
		Map<String, String> filled = new LinkedHashMap<>(fields);
		filled.put(name, value);
		return new WebForm(action, multipart, filled, file);
	}

	/** The same form with every answer that it asks for; answers to other questions are left out. */
	public WebForm withAll(Map<String, String> answers) {
		WebForm filled = this;
		for (Map.Entry<String, String> answer : answers.entrySet()) {
			filled = fields.containsKey(answer.getKey()) ? filled.with(answer.getKey(), answer.getValue()) : filled;
		}
		return filled;
	}

	/** The same form with a file chosen. */
	public WebForm attach(String field, String name, byte[] content) {
		return new WebForm(action, multipart, fields, new Attached(field, name, content.clone()));
	}

	String contentType() {
		return multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
	}

	BodyPublisher body() {
		return multipart ? BodyPublishers.ofByteArray(parts()) : BodyPublishers.ofString(pairs());
	}

	private String pairs() {
		return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
	}

	private byte[] parts() {
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		fields.forEach((name, value) -> {
			parts.writeBytes(head("name=\"" + name + "\""));
			parts.writeBytes(utf8("\r\n" + value + "\r\n"));
		});
		if (file != null) {
			parts.writeBytes(head("name=\"" + file.field + "\"; filename=\"" + file.name + "\""));
			parts.writeBytes(utf8("Content-Type: application/octet-stream\r\n\r\n"));
			parts.writeBytes(file.content);
			parts.writeBytes(utf8("\r\n"));
		}
		parts.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
		return parts.toByteArray();
	}

	private static byte[] head(String what) {
		return utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n");
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
