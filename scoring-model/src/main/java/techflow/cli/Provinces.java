package techflow.cli;

import java.util.Map;
import java.util.Optional;
import techflow.scoring.wording.Bilingual;

/** Names of the provinces by their GB/T 2260 codes of two digits. */
final class Provinces {
    private static final Map<String, Bilingual> NAMES = Map.ofEntries(
            name("11", "北京", "Beijing"),
            name("12", "天津", "Tianjin"),
            name("13", "河北", "Hebei"),
            name("14", "山西", "Shanxi"),
            name("15", "内蒙古", "Inner Mongolia"),
            name("21", "辽宁", "Liaoning"),
            name("22", "吉林", "Jilin"),
            name("23", "黑龙江", "Heilongjiang"),
            name("31", "上海", "Shanghai"),
            name("32", "江苏", "Jiangsu"),
            name("33", "浙江", "Zhejiang"),
            name("34", "安徽", "Anhui"),
            name("35", "福建", "Fujian"),
            name("36", "江西", "Jiangxi"),
            name("37", "山东", "Shandong"),
            name("41", "河南", "Henan"),
            name("42", "湖北", "Hubei"),
            name("43", "湖南", "Hunan"),
            name("44", "广东", "Guangdong"),
            name("45", "广西", "Guangxi"),
            name("46", "海南", "Hainan"),
            name("50", "重庆", "Chongqing"),
            name("51", "四川", "Sichuan"),
            name("52", "贵州", "Guizhou"),
            name("53", "云南", "Yunnan"),
            name("54", "西藏", "Tibet"),
            name("61", "陕西", "Shaanxi"),
            name("62", "甘肃", "Gansu"),
            name("63", "青海", "Qinghai"),
            name("64", "宁夏", "Ningxia"),
            name("65", "新疆", "Xinjiang"),
            name("71", "台湾", "Taiwan"),
            name("81", "香港", "Hong Kong"),
            name("82", "澳门", "Macao"));

    private Provinces() {}

    /** The name, or the code itself when it is none of these. */
    static Bilingual name(String code) {
        return Optional.ofNullable(NAMES.get(code)).orElseGet(() -> new Bilingual(code, code));
    }

    private static Map.Entry<String, Bilingual> name(String code, String chinese, String english) {
        return Map.entry(code, new Bilingual(chinese, english));
    }
}
