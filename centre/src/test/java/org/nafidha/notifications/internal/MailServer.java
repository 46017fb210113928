package org.nafidha.notifications.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of RFC 5321 as a client needs to hand over a mail, on a real socket. */
final class MailServer implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
	private final List<String> mails = new CopyOnWriteArrayList<>();
	private final boolean refuses;

	MailServer(boolean refuses) throws IOException {
		this.refuses = refuses;
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return socket.getLocalPort();
	}

	/** Envelope and content of each mail taken. */
	List<String> mails() {
		return mails;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (Socket client = socket.accept()) {
				converse(client);
			} catch (IOException e) {
				if (!socket.isClosed()) {
					throw new UncheckedIOException(e);
				}
			}
		}
	}

	private void converse(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		OutputStream out = client.getOutputStream();
		StringBuilder mail = new StringBuilder();
		say(out, "220 test");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
			switch (verb) {
				case "EHLO", "HELO" -> say(out, "250 test");
				case "RCPT" -> say(out, refuses ? "550 no such mailbox " + line.substring(8) : "250 ok");
				case "DATA" -> {
					say(out, "354 go on");
					for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
						mail.append(text).append('\n');
					}
					mails.add(mail.toString());
					say(out, "250 taken");
				}
				case "QUIT" -> {
					say(out, "221 bye");
					return;
				}
				default -> {
					mail.append(line).append('\n');
					say(out, "250 ok");
				}
			}
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}
}
