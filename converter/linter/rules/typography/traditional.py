"""T710: traditional characters in a text of simplified ones."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import by_line, times
from converter.linter.subject import Subject

_MOST = 0.05
"""The share of a text's characters from which on it is a traditional text, not a mixed one."""

_PAIRS = (
    "國国為为這这個个來来會会時时齣出學学說说們们發发對对長长過过業业裡里經经門门動动進进區区"
    "開开產产軍军還还種种現现機机體体錶表與与當当兩两實实關关從从製制內内沒没將将員员東东頭头"
    "間间無无見见戰战點点嚮向數数樣样問问並并萬万級级應应資资務务係系氣气漢汉總总電电聲声設设"
    "義义統统處处馬马領领隊队計计別别權权話话報报給给變变書书幾几華华議议稱称決决張张導导術术"
    "纔才結结師师達达題题條条規规縣县風风運运組组聽听濟济黨党論论強强黃黄選选記记卻却職职號号"
    "類类傳传帶带幹干農农邊边據据聯联廣广質质陽阳難难曆历歷历專专認认車车臺台遊游舉举線线團团"
    "備备爭争眾众連连調调轉转該该爾尔讓让較较際际親亲單单紅红價价約约亞亚則则屬属積积圖图準准"
    "極极裝装許许參参觀观魚鱼辦办復复複复遠远構构隨随劃划勢势熱热網网語语鐵铁斷断愛爱紀纪況况"
    "證证編编滿满覺觉雙双樂乐標标確确織织誌志項项飛飞節节龍龙響响藥药輕轻擊击請请離离顯显羅罗"
    "營营視视護护創创興兴雖虽費费試试寶宝識识維维宮宫環环鄉乡責责嚴严橋桥僅仅勝胜圍围態态負负"
    "層层須须續续狀状銀银範范緻致終终錢钱賽赛獨独細细衝冲獲获習习醫医盡尽臉脸彈弹樓楼藝艺陸陆"
    "協协鎮镇檢检寫写驗验緊紧勞劳戶户優优財财養养適适衛卫雲云傷伤絕绝階阶剛刚億亿聞闻審审壓压"
    "監监敵敌溫温園园樹树詞词島岛預预繼继執执誰谁驚惊畫画輯辑談谈禮礼願愿築筑亂乱講讲臨临揮挥"
    "歐欧葉叶簡简擔担歲岁貴贵轄辖幫帮塊块額额錯错劇剧歡欢夠够陣阵銷销堅坚練练腳脚讀读測测換换"
    "異异顧顾順顺鮮鲜敗败貨货礦矿歸归買买險险評评嗎吗廠厂遺遗筆笔輸输鬆松漸渐頂顶訓训錄录畢毕"
    "豐丰獻献納纳鐘钟腦脑飯饭擴扩齊齐趕赶訴诉詩诗礎础屆届靜静盤盘賣卖灣湾減减靈灵雜杂澤泽側侧"
    "慶庆館馆補补舊旧輪轮婦妇載载懷怀軟软牆墙惡恶穀谷穩稳諸诸綠绿榮荣針针寬宽庫库罷罢謝谢頁页"
    "擁拥聖圣戲戏獎奖幣币圓圆燒烧討讨煙烟誤误療疗閉闭脫脱尋寻崗岗捲卷麗丽橫横駐驻紙纸奪夺燈灯"
    "壞坏絲丝徑径購购擇择憲宪廟庙課课虛虚隱隐糧粮絡络搖摇潛潜廳厅訪访噸吨揚扬縱纵紛纷貿贸匯汇"
    "彙汇滅灭儀仪緩缓蓋盖釋释潤润嶺岭慮虑鋼钢碼码壇坛損损稅税綜综掛挂競竞鋪铺脈脉純纯謀谋劑剂"
    "謂谓頻频壯壮雞鸡蟲虫紹绍銅铜擺摆簽签縮缩廢废後后於于裏里麼么臺台"
)
"""Each traditional character with its simplified form; none that simplified text uses in names."""
_TRADITIONAL = _PAIRS[::2]


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the input, at its first such character, with the count; none for a
    text that is traditional as a whole."""
    view = subject.whole
    there = frozenset(view.possible(_TRADITIONAL))
    simplified = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
    found = [(at, at + 1, simplified[char]) for at, char in enumerate(view.text) if char in there]
    if len(found) > len(view.text) * _MOST:
        return
    for changes in by_line(view, found):
        zh, en = times(len(changes))
        start, end, right = changes[0]
        yield view.hit(
            start,
            end,
            Text(
                f"夹有繁体字：“{view.text[start:end]}”的简体是“{right}”{zh}",
                f"a traditional character: “{view.text[start:end]}” for “{right}”{en}",
            ),
        )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水質稳定达标。")

RULES = (
    Rule(
        code="T710",
        name="traditional-mixed",
        severity=Severity.INFO,
        summary=Text("夹有繁体字", "traditional characters in simplified text"),
        why=Text(
            "公文用规范汉字；繁体字多半是从别处粘贴来的。",
            "Official texts are written in standard characters; others come from pasting.",
        ),
        source=Text(
            "《国家通用语言文字法》第九条",
            "Law on the Standard Spoken and Written Language, art. 9",
        ),
        bad=_BAD,
        good=_BAD.replace("質", "质"),
        check=check,
        needs={"whole": tuple(_TRADITIONAL)},
    ),
)
