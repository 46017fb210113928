package org.nafidha.agencies.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The list of services, {@code agencies/services.yaml}. */
final class ServiceFile {

	private ServiceFile() {
	}

	static List<AgencyService> read() {
		List<AgencyService> services = new ArrayList<>();
		map(new Load(LoadSettings.builder().build()).loadFromString(text())).forEach((agency, described) -> {
			Map<String, Object> about = map(described);
			Map<String, Object> name = map(about.get("name"));
			LocalizedText title = new LocalizedText(String.valueOf(name.get("ar")), String.valueOf(name.get("en")));
			map(about.get("services")).forEach((id, service) -> services.add(new AgencyService(agency, title, String.valueOf(about.get("member")), id,
					AgencyService.Subject.named(String.valueOf(map(service).get("subject"))), types(map(service).get("outputs")))));
		});
		return List.copyOf(services);
	}

	private static Map<String, String> types(@Nullable Object outputs) {
		Map<String, String> types = new LinkedHashMap<>();
		map(outputs).forEach((name, type) -> types.put(name, String.valueOf(type)));
		return types;
	}

	private static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		((Map<?, ?>) Objects.requireNonNull(value)).forEach((key, inner) -> map.put(String.valueOf(key), Objects.requireNonNull(inner)));
		return map;
	}

	private static String text() {
		try (InputStream in = Objects.requireNonNull(ServiceFile.class.getResourceAsStream("/agencies/services.yaml"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
