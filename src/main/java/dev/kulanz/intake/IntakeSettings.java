package dev.kulanz.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the import ({@code kulanz.intake.*}).
 *
 * @param makeCreditors a creditor that a file names and that is not there is made (profile demo)
 * @param maxSize larger files are refused
 */
@ConfigurationProperties("kulanz.intake")
record IntakeSettings(
        @DefaultValue("false") boolean makeCreditors,
        @DefaultValue("1GB") DataSize maxSize) {}
