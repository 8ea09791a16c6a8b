"""In which country's forms Han characters are drawn: China's, Taiwan's or Japan's."""

import re

_KANA = "[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d]"
_HANGUL = "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"
_HAN = "[\u3400-\u9fff\uf900-\ufaff]"
_LANGUAGES = {"zh": "zh-Hans", "ja": "ja", "ko": "ko"}
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


def han_language(text: str, language: str = "") -> str:
    """Return the language whose forms a text takes: that of its paper, or what it looks like.

    Where the paper is in no language of Han, kana speaks for Japanese, Hangul for Korean, and a
    character that a national set lacks against the nation.
    """
    if language.startswith(_TRADITIONAL):
        return "zh-Hant"
    known = _LANGUAGES.get(language.partition("-")[0])
    if known:
        return known
    if re.search(_KANA, text):
        return "ja"
    if re.search(_HANGUL, text):
        return "ko"
    han = "".join(re.findall(_HAN, text))
    choices = (("gb2312", "zh-Hans"), ("big5", "zh-Hant"), ("euc_jp", "ja"))
    return next((name for codec, name in choices if _fits(han, codec)), "zh-Hans")


def _fits(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
