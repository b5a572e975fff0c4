package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;

/** A credit officer's way through the pages, in a real browser. Screenshots lie in {@code target/screenshots}. */
@Tag("browser")
class PageBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final RunningService SERVICE = RunningService.shared();
    private static Optional<ChromeDriver> driver = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<Path> chromedriver = first("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "skipped: install chromium and chromium-driver to run the browser tests");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1240,1000",
                "--user-data-dir=" + Files.createTempDirectory("techflow-browser"));
        // The browser's own password manager must not stand between the form and the service.
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "credentials_enable_service", false,
                        "profile.password_manager_enabled", false,
                        "profile.password_manager_leak_detection", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Files.createDirectories(SCREENSHOTS);
        ChromeDriver chrome = new ChromeDriver(service, options);
        chrome.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        driver = Optional.of(chrome);
    }

    @AfterAll
    static void stop() {
        driver.ifPresent(ChromeDriver::quit);
    }

    @Test
    void an_officer_searches_asks_and_reads_the_report_in_both_languages() throws IOException {
        signIn();
        shot("search-empty-zh");
        search("晨星");
        shot("search-zh");
        leave(By.linkText("晨星半导体（合成）有限公司"));
        assertThat(text(".facts")).contains("C39 计算机、通信和其他电子设备制造业", "广东省");
        shot("enterprise-zh");
        ask("A-2026-0001");
        assertThat(text("h1")).contains("晨星半导体").contains("合成/遮蔽数据");
        shot("report-zh");
        assertThat(text("#certificates")).contains("科技资质对照", "科技型中小企业", "满足", "已持有，有效至 2027-11-28");
        assertThat(text("#published-points")).contains("101 / 130", "创新影响 10");
        unfold();
        assertThat(text("#certificates")).contains("20 / 20", "40%（2025年）", "≥30%", "KXX 科技型中小企业评价办法", "待补充");
        shot("certificates-zh");
        String path = Objects.requireNonNull(browser().getCurrentUrl()).replaceAll(".*/reports/", "");
        sameNumbersAsTheApi(path);
        leave(By.className("language"));
        assertThat(text("h1")).contains("Synthetic");
        shot("report-en");
        unfold();
        assertThat(text("#certificates"))
                .contains(
                        "Certificate readiness",
                        "R&D staff of all staff",
                        "Still to be known",
                        "Measures for the evaluation of technology SMEs");
        shot("certificates-en");
        browser().get(SERVICE.url("/?lang=zh"));
    }

    @Test
    void warnings_come_before_reasons_and_bad_input_is_marked() throws IOException {
        signIn();
        browser().get(SERVICE.url("/enterprises/" + TestFirms.WEAK));
        ask("");
        assertThat(text(".alert")).contains("授权书编号");
        shot("form-wrong-zh");
        ask("A-2026-0002");
        assertThat(text(".warn")).contains("被告").contains("经营异常");
        shot("report-weak-zh");
    }

    @Test
    void without_an_authorisation_nothing_is_shown_and_the_officer_files_one_there() throws IOException {
        signIn();
        browser().get(SERVICE.url("/enterprises/" + TestFirms.SOUND));
        ask("P-2026-0001");
        assertThat(text("#refusal")).contains("未登记该编号的授权", "AUTHORISATION_MISSING");
        shot("authorisation-missing-zh");
        leave(By.cssSelector("#filing button"));
        assertThat(text("#authorisations .alert")).contains("至少选择一项用途", "64 位");
        browser()
                .findElement(By.cssSelector("#filing input[value=LOAN_ORIGINATION]"))
                .click();
        day("filing-from", "2026-01-01");
        day("filing-until", "2090-12-31");
        browser().findElement(By.id("filing-evidence")).sendKeys("0a".repeat(32));
        leave(By.cssSelector("#filing button"));
        assertThat(text("#authorisations")).contains("P-2026-0001", "贷前审批", "2090-12-31", "有效");
        assertThat(text("#queries")).contains("已拒绝", "AUTHORISATION_MISSING");
        ask("P-2026-0001");
        assertThat(text("h1")).contains("晨星半导体");
        browser().get(SERVICE.url("/enterprises/" + TestFirms.SOUND + "?lang=en"));
        assertThat(text("#queries")).contains("Report given", "Loan origination");
        shot("authorisations-en");
        browser().get(SERVICE.url("/?lang=zh"));
    }

    @Test
    void a_firm_that_is_not_scored_says_why() throws IOException {
        signIn();
        browser().get(SERVICE.url("/enterprises/" + TestFirms.THIN));
        ask("A-2026-0003");
        assertThat(text("#not-scored")).contains("未评分");
        assertThat(browser().findElements(By.id("score"))).isEmpty();
        shot("report-not-scored-zh");
    }

    @Test
    void what_is_not_there_has_a_page_too() throws IOException {
        signIn();
        search("没有这样的企业");
        assertThat(text(".empty")).contains("没有找到");
        shot("search-none-zh");
        browser().get(SERVICE.url("/reports/none"));
        assertThat(text(".empty")).contains("SCORE_UNKNOWN");
        shot("problem-zh");
        browser().get(SERVICE.url("/enterprises/91440300"));
        assertThat(text(".empty")).contains("REQUEST_INVALID", "应为18位").doesNotContain("character");
        shot("problem-code-zh");
        search("91000000TF0000014X");
        assertThat(text(".empty")).contains("请对照营业执照").doesNotContain("character");
    }

    @Test
    void a_wrong_key_is_refused_at_the_door() throws IOException {
        browser().manage().deleteAllCookies();
        browser().get(SERVICE.url("/"));
        browser().findElement(By.id("accessKey")).sendKeys("tf_wrong");
        leave(By.cssSelector("button[type=submit]"));
        assertThat(text(".alert")).contains("无效");
        shot("login-refused-zh");
    }

    private static void sameNumbersAsTheApi(String scoreId) {
        ScoreAnswer answer = AnswerJson.read(Objects.requireNonNull(SERVICE.client()
                .get()
                .uri("/v1/scores/" + scoreId)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        assertThat(text("#score")).isEqualTo(String.valueOf(answer.score()));
        assertThat(text("#grade")).isEqualTo(answer.creditGrade());
        assertThat(text("#technology-grade")).isEqualTo(answer.technology().grade());
        assertThat(text("#pd")).isEqualTo("%.2f%%".formatted(100 * Objects.requireNonNull(answer.pd12m())));
    }

    private static void signIn() {
        browser().manage().deleteAllCookies();
        browser().get(SERVICE.url("/"));
        browser().findElement(By.id("accessKey")).sendKeys(RunningService.KEY);
        leave(By.cssSelector("button[type=submit]"));
    }

    private static void search(String text) {
        browser().get(SERVICE.url("/"));
        browser().findElement(By.id("query")).sendKeys(text);
        leave(By.cssSelector("form.search button"));
    }

    private static void ask(String authorisation) {
        new Select(browser().findElement(By.id("purpose"))).selectByValue("LOAN_ORIGINATION");
        WebElement field = browser().findElement(By.id("authorisationId"));
        field.clear();
        field.sendKeys(authorisation);
        leave(By.cssSelector("form[action='/reports'] button"));
    }

    @Test
    void an_objection_is_filed_marked_in_the_report_and_answered() throws IOException {
        signIn();
        browser().get(SERVICE.url("/enterprises/" + TestFirms.WEAK));
        browser().executeScript("document.querySelectorAll('#objections details').forEach(d => d.open = true)");
        browser().findElement(By.id("objection-item")).sendKeys("COURT_RECORD");
        browser().findElement(By.id("objection-statement")).sendKeys("本案已于十月和解");
        leave(By.cssSelector("#objecting button"));
        assertThat(text("#objections .alert")).contains("对象格式有误");
        browser().findElement(By.id("objection-item")).sendKeys("/(2026)示0101民初123号");
        leave(By.cssSelector("#objecting button"));
        assertThat(text("#objections")).contains("本案已于十月和解", "处理中");
        ask("A-2026-0002");
        assertThat(text("#marks")).contains("异议标注", "(2026)示0101民初123号", "处理中", "本案已于十月和解");
        shot("report-objection-zh");
        browser().get(SERVICE.url("/enterprises/" + TestFirms.WEAK));
        browser().executeScript("document.querySelectorAll('#objections details').forEach(d => d.open = true)");
        new Select(browser().findElement(By.name("outcome"))).selectByValue("REJECTED");
        browser().findElement(By.name("text")).sendKeys("法院公告未变更");
        shot("objections-zh");
        leave(By.cssSelector("#objections td button"));
        assertThat(text("#objections")).contains("不予采纳", "法院公告未变更");
    }

    /** A date field takes its value in the browser's own way of writing days; its value is always ISO. */
    private static void day(String id, String value) {
        browser().executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, value);
    }

    private static void unfold() {
        browser().executeScript("document.querySelectorAll('#certificates details').forEach(d => d.open = true)");
    }

    /** Clicks, and waits for the next page: what is looked for afterwards must not be found on the page that goes. */
    private static void leave(By what) {
        WebElement page = browser().findElement(By.tagName("html"));
        browser().findElement(what).click();
        new WebDriverWait(browser(), Duration.ofSeconds(60))
                .until(ExpectedConditions.and(ExpectedConditions.stalenessOf(page), PageBrowserTest::isComplete));
    }

    private static boolean isComplete(WebDriver driver) {
        return Objects.equals(browser().executeScript("return document.readyState"), "complete");
    }

    private static String text(String selector) {
        return browser().findElement(By.cssSelector(selector)).getText();
    }

    /** The whole page, as high as it is. */
    private static void shot(String name) throws IOException {
        Object height = browser().executeScript("return document.documentElement.scrollHeight");
        browser()
                .manage()
                .window()
                .setSize(new Dimension(1240, ((Number) Objects.requireNonNull(height)).intValue() + 140));
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser().getScreenshotAs(OutputType.BYTES));
        browser().manage().window().setSize(new Dimension(1240, 1000));
    }

    private static ChromeDriver browser() {
        return driver.orElseThrow();
    }

    private static Optional<Path> first(String... paths) {
        return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
