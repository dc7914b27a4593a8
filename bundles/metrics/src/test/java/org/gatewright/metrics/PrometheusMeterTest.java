package org.gatewright.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusMeterTest {

    private final PrometheusMeter meter = new PrometheusMeter();

    @AfterEach
    void close() {
        meter.close();
    }

    @Test
    void countsUnderThePrefix() {
        meter.count("flow_ended_total", Map.of("flow", "login", "outcome", "done"));
        meter.count("flow_ended_total", Map.of("flow", "login", "outcome", "done"));

        assertThat(meter.text()).contains("\ngatewright_flow_ended_total{flow=\"login\",outcome=\"done\"} 2.0\n");
    }

    @Test
    void timesInSecondsWithBuckets() {
        meter.time("plugin_call_seconds", Map.of("type", "password"), TimeUnit.MILLISECONDS.toNanos(50));

        assertThat(meter.text())
                .contains("gatewright_plugin_call_seconds_count{type=\"password\"} 1\n")
                .contains("gatewright_plugin_call_seconds_sum{type=\"password\"} 0.05\n")
                .contains("gatewright_plugin_call_seconds_max{type=\"password\"} 0.05\n")
                .contains("gatewright_plugin_call_seconds_bucket{type=\"password\",le=\"0.005\"} 0\n")
                .contains("gatewright_plugin_call_seconds_bucket{type=\"password\",le=\"0.1\"} 1\n")
                .contains("gatewright_plugin_call_seconds_bucket{type=\"password\",le=\"10.0\"} 1\n");
    }

    @Test
    void takesNamesWithoutTheirSuffix() {
        meter.time("request", Map.of(), 1);
        meter.count("request", Map.of());

        assertThat(meter.text()).contains("gatewright_request_seconds_count 1\n", "gatewright_request_total 1.0\n");
    }

    @Test
    void escapesLabelValues() {
        meter.count("things", Map.of("name", "a \"quoted\" \\ and\na new line"));

        assertThat(meter.text())
                .contains("gatewright_things_total{name=\"a \\\"quoted\\\" \\\\ and\\na new line\"} 1.0\n");
    }

    @Test
    void keepsSeriesWithDifferentLabelsOfOneName() {
        meter.count("things", Map.of("name", "a"));
        meter.count("things", Map.of("name", "a", "more", "b"));

        assertThat(meter.text()).contains("gatewright_things_total{name=\"a\"} 1.0\n");
    }

    @Test
    void dropsSeriesBeyondTheBoundAndKeepsCountingTheOthers() {
        IntStream.range(0, 1100).forEach(number -> meter.count("things", Map.of("name", "n" + number)));
        meter.count("things", Map.of("name", "n0"));

        String text = meter.text();
        assertThat(text.lines().filter(line -> line.startsWith("gatewright_things_total{")))
                .hasSize(1000);
        assertThat(text).contains("{name=\"n0\"} 2.0\n").doesNotContain("{name=\"n1000\"}");
    }

    @Test
    void measuresTheJvm() {
        assertThat(meter.text())
                .contains("jvm_memory_used_bytes{area=\"heap\"")
                .contains("jvm_threads_live_threads ")
                .contains("jvm_classes_loaded_classes ")
                .contains("process_cpu_usage ")
                .contains("process_uptime_seconds ");
    }
}
