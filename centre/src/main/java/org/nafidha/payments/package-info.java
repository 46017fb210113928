/** Fees, receipts and the double-entry ledger beneath them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures", "cases"})
package org.nafidha.payments;
