package org.nafidha.notifications.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Notifications;
import org.nafidha.notifications.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps messages in {@code notifications.message} and hands them to the channels. Logs ids, never contacts or texts. */
@Component
class Post implements Notifications, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Post.class);

	private static final int MOST_TRIES = 11;
	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	/** A stored message on its way. */
	private record Letter(Message message, List<String> takenBy, int tries) {
	}

	private final JdbcClient db;
	private final InstantSource clock;
	private final List<Channel> channels;
	private final ObjectProvider<SchedulerClient> jobs;
	private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

	Post(JdbcClient db, InstantSource clock, List<Channel> channels, ObjectProvider<SchedulerClient> jobs) {
		this.db = db;
		this.clock = clock;
		this.channels = channels;
		this.jobs = jobs;
		if (channels.isEmpty()) {
			LOG.warn("No channel reaches citizens: set nafidha.notifications.smtp.host and .from, or nobody will receive a sign-in code");
		}
	}

	@Override
	@Transactional
	public void send(Message message) {
		String id = UUID.randomUUID().toString();
		db.sql("""
				insert into notifications.message (id, kind, person, mobile, email, subject, body, state, made_at)
				values (:id, :kind, :person, :mobile, :email, :subject, :body, 'waiting', :now)
				""").param("id", id).param("kind", message.kind()).param("person", message.to().personId()).param("mobile", message.to().mobile())
				.param("email", message.to().email()).param("subject", message.subject()).param("body", message.text())
				.param("now", Timestamp.from(clock.instant())).update();
		jobs.getObject().scheduleIfNotExists(DeliveryConfiguration.DELIVER.instance(id).scheduledTo(clock.instant()));
	}

	@Override
	public void sendFleeting(Message message) {
		background.execute(() -> {
			String id = UUID.randomUUID().toString();
			List<String> taken = new ArrayList<>();
			boolean allTook = handOver(id, message, taken);
			db.sql("""
					insert into notifications.message (id, kind, person, state, channels, made_at, done_at, tries)
					values (:id, :kind, :person, :state, :channels, :now, :now, 1)
					""").param("id", id).param("kind", message.kind()).param("person", message.to().personId())
					.param("state", state(allTook, taken)).param("channels", taken.toArray(new String[0]))
					.param("now", Timestamp.from(clock.instant())).update();
		});
	}

	/** One more try with a stored message; answers when to try again if a channel failed: after 1, 2, 4 … minutes, about 17 hours in all. */
	Optional<Instant> deliver(String id) {
		Letter letter = db.sql("select kind, person, mobile, email, subject, body, channels, tries from notifications.message where id = ?").param(id)
				.query(Post::letter).single();
		List<String> taken = new ArrayList<>(letter.takenBy());
		boolean allTook = handOver(id, letter.message(), taken);
		int tries = letter.tries() + 1;
		boolean again = !allTook && tries < MOST_TRIES;
		db.sql("update notifications.message set state = ?, channels = ?, done_at = ?, tries = ? where id = ?").params(
				again ? "waiting" : state(allTook, taken), taken.toArray(new String[0]), Timestamp.from(clock.instant()), tries, id).update();
		return again ? Optional.of(clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << letter.tries()))) : Optional.empty();
	}

	@Override
	public void close() {
		background.close();
	}

	private boolean handOver(String id, Message message, List<String> taken) {
		boolean allTook = true;
		for (Channel channel : channels) {
			if (channel.reaches(message.to()) && !taken.contains(channel.name())) {
				try {
					channel.deliver(message);
					taken.add(channel.name());
				} catch (RuntimeException e) {
					allTook = false;
					// mail servers like to repeat the address in what they say, so the log gets the kind of fault only
					LOG.warn("Message {} was not taken by {}: {}", id, channel.name(), e.getClass().getName());
				}
			}
		}
		if (allTook && taken.isEmpty()) {
			LOG.warn("Message {} reaches nobody: the person has no contact that a channel serves", id);
		}
		return allTook;
	}

	private static String state(boolean allTook, List<String> taken) {
		if (!allTook) {
			return "failed";
		}
		return taken.isEmpty() ? "unreachable" : "sent";
	}

	private static Letter letter(ResultSet row, int number) throws SQLException {
		Recipient to = new Recipient(row.getString("person"), row.getString("mobile"), row.getString("email"));
		return new Letter(new Message(row.getString("kind"), to, row.getString("subject"), row.getString("body"), Map.of()),
				List.of((String[]) row.getArray("channels").getArray()), row.getInt("tries"));
	}
}
