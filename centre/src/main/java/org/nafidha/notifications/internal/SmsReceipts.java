package org.nafidha.notifications.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What the SMSC says of messages that it took: whether they reached a telephone. What people answer by text message is taken and thrown
 * away: the centre reads none, and its messages say so.
 */
final class SmsReceipts implements MessageReceiverListener {

	private static final Logger LOG = LoggerFactory.getLogger(SmsReceipts.class);

	/** SMPP 3.4, appendix B; operators differ in the dates and the rest, which nobody here needs. */
	private static final Pattern RECEIPT = Pattern.compile("id:(\\S+).*?stat:([A-Za-z]+)", Pattern.DOTALL);

	private final SmsParts parts;

	SmsReceipts(SmsParts parts) {
		this.parts = parts;
	}

	@Override
	public void onAcceptDeliverSm(DeliverSm incoming) throws ProcessRequestException {
		if (!incoming.isSmscDeliveryReceipt()) {
			return;
		}
		Matcher receipt = RECEIPT.matcher(new String(incoming.getShortMessage(), StandardCharsets.ISO_8859_1));
		if (!receipt.find()) {
			LOG.warn("A delivery receipt that does not say of which message, or what, was left alone");
			return;
		}
		try {
			parts.reported(receipt.group(1), receipt.group(2));
		} catch (DataAccessException e) {
			throw new ProcessRequestException("not recorded; send it once more", SMPPConstant.STAT_ESME_RX_T_APPN, e);
		}
	}

	@Override
	public void onAcceptAlertNotification(AlertNotification alert) {
		// that a telephone can be reached again is the SMSC's business, which keeps what it took
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
		throw new ProcessRequestException("not asked for", SMPPConstant.STAT_ESME_RINVCMDID);
	}
}
