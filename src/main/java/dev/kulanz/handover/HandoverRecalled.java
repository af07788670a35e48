package dev.kulanz.handover;

/** A case that the agency had taken is ours again, in its next round. Told within the transaction that reopens it. */
public record HandoverRecalled(String caseNumber) {}
