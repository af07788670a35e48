package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;

/** A debtor whose case comes to the agency by its ladder, in every way there is. */
final class HandoverOfEveryKind {

    private final Story story;

    HandoverOfEveryKind(Story story) {
        this.story = story;
    }

    /** Owes more than a clerk releases alone, and stays silent. */
    StoryDebtor begins() {
        return story.debtor("Silke")
                .livesAt("Am Wald 5", "50667", "Köln")
                .with("subject", "Schreibtisch")
                .with("contract_date", "2026-10-01")
                .owes("S-1", "1500.00", "2026-10-30");
    }

    void writesOff(StoryDebtor debtor) {
        decided(debtor, "clerk", "WRITE_OFF");
    }

    /** Begins on 11 January 2027; the last day to pay was the 5th, and three bank days are over. */
    void goesOn(StoryDebtor debtor) {
        decided(debtor, "clerk", "RELEASE");
        decided(debtor, "owner", "DECLINE");
        returned(debtor, "2027-01-13");
        story.until("2027-01-14T12:00");
        returned(debtor, "2027-01-19");
        debtor.isFreed();
        decided(debtor, "clerk", "RELEASE");
        decided(debtor, "owner", "RELEASE");
        story.after(days(15)); // the agency is silent
        answered(debtor, "REJECTED");
        decided(debtor, "owner", "RELEASE");
        answered(debtor, "ACCEPTED");
        assertThat(debtor.isOnTheWay()).as("a case that the agency has").isFalse();
    }

    private void decided(StoryDebtor debtor, String user, String decision) {
        new Handover(story, debtor).decided(user, decision, "comment", "As the story wants it.");
    }

    private void returned(StoryDebtor debtor, String until) {
        new Handover(story, debtor).decided("clerk", "RETURN", "until", until, "comment", "As the story wants it.");
    }

    private void answered(StoryDebtor debtor, String answer) {
        HttpResponse<String> said = new Handover(story, debtor).answers(answer, answer);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    }
}
