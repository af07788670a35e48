package dev.kulanz.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the import ({@code kulanz.intake.*}).
 *
 * @param maxSize larger files are refused
 */
@ConfigurationProperties("kulanz.intake")
record IntakeSettings(@DefaultValue("1GB") DataSize maxSize) {}
