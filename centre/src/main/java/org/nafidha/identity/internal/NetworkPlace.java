package org.nafidha.identity.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * What counts as one place on the network: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one of those
 * has all the addresses beneath it (RFC 4291, RFC 6177).
 */
final class NetworkPlace {

	private static final int PREFIX_BYTES = 8;

	private NetworkPlace() {
	}

	/** Never asks a name server; what is no address is taken as it is. */
	static String of(String address) {
		try {
			return InetAddress.ofLiteral(address) instanceof Inet6Address six
					? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "/64"
					: InetAddress.ofLiteral(address).getHostAddress();
		} catch (IllegalArgumentException noAddress) {
			return address;
		}
	}
}
