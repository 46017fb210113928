package org.nafidha.notifications.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A text message centre on a real socket: the server side of the library, with the manners of an operator's that is overloaded or slow. */
final class Smsc implements AutoCloseable {

	static final String PASSWORD = "secret";

	/** As a telephone shows it, parts put together. */
	record Sms(String from, String to, String text) {
	}

	final List<Sms> arrived = new CopyOnWriteArrayList<>();
	final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
	final AtomicInteger binds = new AtomicInteger();
	/** How many of the next submissions are answered "throttled". */
	final AtomicInteger throttles = new AtomicInteger();
	/** After how many more submissions one is refused, once; negative for never. */
	final AtomicInteger refusesAfter = new AtomicInteger(-1);
	volatile Duration delay = Duration.ZERO;
	volatile boolean reports;

	private final SMPPServerSessionListener door;
	private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
	private final Map<String, TreeMap<Integer, byte[]>> unfinished = new ConcurrentHashMap<>();
	private final AtomicInteger ids = new AtomicInteger((int) (System.nanoTime() & 0x3FFFFFFF));

	Smsc(int port) throws IOException {
		this.door = new SMPPServerSessionListener(port);
		Thread.ofVirtual().start(this::serve);
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void serve() {
		try {
			while (true) {
				SMPPServerSession session = door.accept();
				session.setMessageReceiverListener(listener());
				Thread.ofVirtual().start(() -> bind(session));
			}
		} catch (IOException e) {
			// the door was closed
		}
	}

	private void bind(SMPPServerSession session) {
		try {
			BindRequest request = session.waitForBind(5_000);
			if (PASSWORD.equals(request.getPassword())) {
				binds.incrementAndGet();
				sessions.add(session);
				request.accept("smsc");
			} else {
				request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
			}
		} catch (Exception e) {
			session.close();
		}
	}

	private ServerMessageReceiverListener listener() {
		return (ServerMessageReceiverListener) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[]{ServerMessageReceiverListener.class},
				(proxy, method, values) -> method.getName().equals("onAcceptSubmitSm")
						? take((SubmitSm) values[0], (SMPPServerSession) values[1])
						: null);
	}

	private SubmitSmResult take(SubmitSm sms, SMPPServerSession session) throws Exception {
		if (throttles.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
			throw new ProcessRequestException("too fast", SMPPConstant.STAT_ESME_RTHROTTLED);
		}
		if (refusesAfter.getAndDecrement() == 0) {
			throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RSYSERR);
		}
		Thread.sleep(delay);
		submitted.add(sms);
		String id = Integer.toHexString(ids.incrementAndGet());
		if (reports) {
			report(session, id);
		}
		putTogether(sms);
		return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
	}

	private void putTogether(SubmitSm sms) {
		byte[] octets = sms.getShortMessage();
		if (!GSMSpecificFeature.UDHI.containedIn(sms.getEsmClass())) {
			arrived.add(new Sms(sms.getSourceAddr(), sms.getDestAddress(), text(sms, List.of(octets))));
			return;
		}
		TreeMap<Integer, byte[]> parts = unfinished.computeIfAbsent(sms.getDestAddress() + "/" + octets[3], key -> new TreeMap<>());
		parts.put((int) octets[5], java.util.Arrays.copyOfRange(octets, octets[0] + 1, octets.length));
		if (parts.size() == octets[4]) {
			arrived.add(new Sms(sms.getSourceAddr(), sms.getDestAddress(), text(sms, new ArrayList<>(parts.values()))));
		}
	}

	private static String text(SubmitSm sms, List<byte[]> parts) {
		boolean ucs2 = sms.getDataCoding() == Alphabet.ALPHA_UCS2.value();
		StringBuilder text = new StringBuilder();
		parts.forEach(part -> text.append(new String(part, ucs2 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII)));
		return text.toString();
	}

	private static void report(SMPPServerSession session, String id) throws Exception {
		String receipt = "id:" + id + " sub:001 dlvrd:001 submit date:2611261210 done date:2611261211 stat:DELIVRD err:000 text:";
		session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "963900000000", TypeOfNumber.UNKNOWN,
				NumberingPlanIndicator.UNKNOWN, "nafidha",
				new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
				(byte) 0, (byte) 0, new RegisteredDelivery(), new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
				receipt.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() throws IOException {
		door.close();
		sessions.forEach(SMPPServerSession::close);
	}
}
