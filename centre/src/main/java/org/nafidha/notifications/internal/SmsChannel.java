package org.nafidha.notifications.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.nafidha.kernel.Digits;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.internal.NotificationProperties.Smpp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Text messages through an operator's SMSC, by SMPP 3.4. Each part is handed over at least once: when an answer is lost, the same part may
 * go out twice; parts that were taken are not sent again.
 */
@Component
@ConditionalOnProperty("nafidha.notifications.smpp.host")
class SmsChannel implements Channel, AutoCloseable {

	static final String NAME = "sms";

	/** Messages that can wait are handed over two at a time, so that a slow SMSC does not hold all the threads of the centre's jobs. */
	private static final int AT_A_TIME = 2;
	private static final Duration FULL = Duration.ofSeconds(2);
	private static final Duration SPREAD = Duration.ofSeconds(30);
	private static final Duration AFTER_THROTTLING = Duration.ofSeconds(1);
	private static final int THROTTLED_AT_MOST = 3;

	private final Smpp smsc;
	private final SmppLink link;
	private final SmsParts parts;
	private final Pace pace;
	private final InstantSource clock;
	private final Semaphore places = new Semaphore(AT_A_TIME);

	@Autowired
	SmsChannel(NotificationProperties properties, SmsParts parts, InstantSource clock) {
		this(Objects.requireNonNull(properties.smpp()), new SmppLink(properties.smpp(), new SmsReceipts(parts)), parts, clock);
	}

	SmsChannel(Smpp smsc, SmppLink link, SmsParts parts, InstantSource clock) {
		this.smsc = smsc;
		this.link = link;
		this.parts = parts;
		this.pace = new Pace(smsc.perSecond());
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean reaches(Message message) {
		return message.sms() != null && message.to().mobile() != null;
	}

	@Override
	public boolean rings() {
		return true;
	}

	@Override
	public Answer deliver(Parcel parcel) {
		if (parcel.urgent()) {
			handOver(parcel);
			return TAKEN;
		}
		if (pace.ahead().compareTo(FULL) > 0 || !places.tryAcquire()) {
			Duration apart = Duration.ofMillis(Math.floorMod(parcel.id().hashCode(), SPREAD.toMillis())); // not all at once again
			return new Answer.Later(clock.instant().plus(FULL).plus(apart));
		}
		try {
			handOver(parcel);
			return TAKEN;
		} finally {
			places.release();
		}
	}

	private void handOver(Parcel parcel) {
		SmsText text = SmsText.of(Objects.requireNonNull(parcel.message().sms()), Math.floorMod(parcel.id().hashCode(), 256));
		String number = international(Objects.requireNonNull(parcel.message().to().mobile()));
		Set<Integer> before = text.alone() ? Set.of() : parts.taken(parcel.id());
		for (int part = 1; part <= text.octets().size(); part++) {
			if (!before.contains(part)) {
				parts.taken(submit(text, part, number), parcel.id(), part);
			}
		}
	}

	/** Answers with the SMSC's own id. When the SMSC has too much to do, tries again after a second, a few times. */
	private String submit(SmsText text, int part, String number) {
		for (int attempt = 1;; attempt++) {
			pace.await();
			try {
				return submit(link.session(), text, part, number);
			} catch (NegativeResponseException e) {
				int status = e.getCommandStatus();
				boolean busy = status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
				if (!busy || attempt == THROTTLED_AT_MOST) {
					throw new IllegalStateException("the SMSC refused the message with status " + Integer.toHexString(status), e);
				}
				pace.hold(AFTER_THROTTLING);
			} catch (IOException | ResponseTimeoutException | InvalidResponseException | PDUException e) {
				throw new IllegalStateException("the SMSC has not taken the message", e);
			}
		}
	}

	private String submit(SMPPSession session, SmsText text, int part, String number)
			throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
		boolean letters = !smsc.from().matches("[+]?[0-9]+");
		ESMClass parted = new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT,
				text.alone() ? GSMSpecificFeature.DEFAULT : GSMSpecificFeature.UDHI);
		return session.submitShortMessage("", letters ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.INTERNATIONAL,
				letters ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN, smsc.from().replace("+", ""), TypeOfNumber.INTERNATIONAL,
				NumberingPlanIndicator.ISDN, number, parted, (byte) 0, (byte) 1, null, null,
				new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE), (byte) 0,
				new GeneralDataCoding(text.ucs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT), (byte) 0, text.octets().get(part - 1))
				.getMessageId();
	}

	/** {@code 0944 123 456}, {@code +963 944…} and {@code 00963 944…} all become {@code 963944…}. */
	private String international(String mobile) {
		String digits = Digits.toLatin(mobile).replaceAll("[^0-9+]", "");
		if (digits.startsWith("+")) {
			return digits.substring(1);
		}
		if (digits.startsWith("00")) {
			return digits.substring(2);
		}
		return digits.startsWith("0") ? smsc.countryCode() + digits.substring(1) : digits;
	}

	@Override
	public void close() {
		link.close();
	}
}
