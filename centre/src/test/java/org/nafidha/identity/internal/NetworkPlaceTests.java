package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPlaceTests {

	@ParameterizedTest
	@CsvSource({"192.0.2.7,192.0.2.7", "::ffff:192.0.2.7,192.0.2.7", "2001:db8:1:2::1,20010db800010002/64",
			"2001:db8:1:2:ffff:ffff:ffff:ffff,20010db800010002/64", "2001:db8:1:3::1,20010db800010003/64", "::1,0000000000000000/64",
			"no address,no address"})
	void anIpv6AddressIsItsFirst64BitsAndAnIpv4AddressItself(String address, String place) {
		assertThat(NetworkPlace.of(address)).isEqualTo(place);
	}
}
