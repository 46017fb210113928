package org.nafidha.notifications.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.DemoOutbox;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Recipient;
import org.nafidha.platform.CentreProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's post: one JSON file a message in {@code home/outbox}, for its owner alone; the name tells the order. */
@Component
@ConditionalOnBooleanProperty("nafidha.demo")
class OutboxChannel implements Channel, DemoOutbox {

	private final Path folder;
	private final InstantSource clock;
	private final JsonMapper json = JsonMapper.shared();

	OutboxChannel(CentreProperties centre, InstantSource clock) throws IOException {
		this.folder = centre.home().toAbsolutePath().resolve("outbox");
		this.clock = clock;
		Files.createDirectories(folder);
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
	}

	@Override
	public String name() {
		return "outbox";
	}

	@Override
	public boolean reaches(Message message) {
		return true;
	}

	@Override
	public boolean rings() {
		return false;
	}

	@Override
	public Answer deliver(Parcel parcel) {
		Message message = parcel.message();
		Recipient to = message.to();
		Sent sent = new Sent(clock.instant(), message.kind(), to.personId(),
				Optional.ofNullable(to.mobile()).or(() -> Optional.ofNullable(to.email())).orElse("-"),
				message.subject(), message.text(), to.mobile() == null ? null : message.sms(), message.values());
		String name = sent.at().toString().replace(':', '-') + "-" + UUID.randomUUID();
		try {
			Path draft = folder.resolve(name + ".draft");
			Files.write(draft, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(sent));
			Files.move(draft, folder.resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
			return TAKEN;
		} catch (IOException e) {
			throw new UncheckedIOException("the outbox cannot be written", e);
		}
	}

	@Override
	public List<Sent> newest(int limit) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".json")).sorted(Comparator.reverseOrder()).limit(limit).map(this::read).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the outbox cannot be read", e);
		}
	}

	private Sent read(Path file) {
		return json.readValue(file, Sent.class);
	}
}
