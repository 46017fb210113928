package org.nafidha.notifications.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.nafidha.notifications.internal.NotificationProperties.Smpp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bind to the SMSC for the life of the program, as transceiver: it is made when first needed, kept alive by {@code enquire_link}, and
 * made anew after it broke, though not more often than every {@link #PAUSE}, so that nobody waits for an SMSC that is known to be away.
 */
final class SmppLink implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

	static final Duration PAUSE = Duration.ofSeconds(5);
	private static final Duration CONNECT = Duration.ofSeconds(5);
	private static final Duration BIND = Duration.ofSeconds(5);
	/** How long an answer may take. */
	private static final Duration ANSWER = Duration.ofSeconds(8);
	private static final Duration ENQUIRE = Duration.ofSeconds(30);

	private final Smpp smsc;
	private final MessageReceiverListener receipts;
	private final Duration answer;
	private @Nullable SMPPSession session;
	private long nextTry = System.nanoTime();
	private boolean closed;

	SmppLink(Smpp smsc, MessageReceiverListener receipts) {
		this(smsc, receipts, ANSWER);
	}

	SmppLink(Smpp smsc, MessageReceiverListener receipts, Duration answer) {
		this.smsc = smsc;
		this.receipts = receipts;
		this.answer = answer;
	}

	/** The bound session; {@link IOException} when there is none and none can be made now. */
	synchronized SMPPSession session() throws IOException {
		SMPPSession bound = session;
		if (bound != null && bound.getSessionState().isTransmittable()) {
			return bound;
		}
		drop();
		if (closed || System.nanoTime() - nextTry < 0) {
			throw new IOException("no bind to " + smsc);
		}
		nextTry = System.nanoTime() + PAUSE.toNanos();
		SMPPSession fresh = bind();
		session = fresh;
		nextTry = System.nanoTime();
		LOG.info("Bound to the SMSC {}", smsc);
		return fresh;
	}

	private SMPPSession bind() throws IOException {
		SMPPSession fresh = new SMPPSession(this::connect);
		fresh.setEnquireLinkTimer(Math.toIntExact(ENQUIRE.toMillis()));
		fresh.setTransactionTimer(answer.toMillis());
		fresh.setMessageReceiverListener(receipts);
		try {
			fresh.connectAndBind(smsc.host(), smsc.port(),
					new BindParameter(BindType.BIND_TRX, smsc.systemId(), Objects.requireNonNullElse(smsc.password(), ""),
							Objects.requireNonNullElse(smsc.systemType(), ""), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "",
							InterfaceVersion.IF_34),
					BIND.toMillis());
			return fresh;
		} catch (IOException | RuntimeException e) {
			LOG.warn("The SMSC {} does not take the bind: {}", smsc, e.getMessage());
			fresh.close();
			throw e;
		}
	}

	/** With a time-out, which the library's own way of connecting has not. */
	private Connection connect(String host, int port) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
			return new SocketConnection(smsc.tls() ? secured(socket, host, port) : socket);
		} catch (IOException e) {
			socket.close();
			throw e;
		}
	}

	private static Socket secured(Socket socket, String host, int port) throws IOException {
		socket.setSoTimeout(Math.toIntExact(CONNECT.toMillis()));
		SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
		var parameters = secured.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must be the host's
		secured.setSSLParameters(parameters);
		secured.startHandshake();
		return secured;
	}

	private void drop() {
		if (session != null) {
			session.close();
			session = null;
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		if (session != null) {
			session.unbindAndClose();
			session = null;
		}
	}
}
