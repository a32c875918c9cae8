//! Languages of notifications.

use vox_core::VoxEnum;

/// A language of notifications: a code of two letters (ISO 639-1).
///
/// The list is the API's. It contains obsolete codes and their successors (`in` and `id`, `iw` and `he`, `ji` and `yi`). Other
/// codes are kept as [`LanguageCode::Other`].
///
/// ```
/// use vox_accounts::LanguageCode;
///
/// assert_eq!(LanguageCode::En.as_str(), "en");
/// assert_eq!(LanguageCode::from("en"), LanguageCode::En);
/// assert_eq!(LanguageCode::from("tlh").as_str(), "tlh");
/// ```
///
/// Source: `language_code` of `AddAccount`, `CloneAccount`, `SetAccountInfo` and `SetChildAccountInfo`.
#[derive(VoxEnum)]
#[vox_enum(case = "lowercase")]
#[non_exhaustive]
pub enum LanguageCode {
    /// Afar.
    Aa,
    /// Abkhazian.
    Ab,
    /// Afrikaans.
    Af,
    /// Amharic.
    Am,
    /// Arabic.
    Ar,
    /// Assamese.
    As,
    /// Aymara.
    Ay,
    /// Azerbaijani.
    Az,
    /// Bashkir.
    Ba,
    /// Belarusian.
    Be,
    /// Bulgarian.
    Bg,
    /// Bihari.
    Bh,
    /// Bislama.
    Bi,
    /// Bengali.
    Bn,
    /// Tibetan.
    Bo,
    /// Breton.
    Br,
    /// Catalan.
    Ca,
    /// Corsican.
    Co,
    /// Czech.
    Cs,
    /// Welsh.
    Cy,
    /// Danish.
    Da,
    /// German.
    De,
    /// Bhutani.
    Dz,
    /// Greek.
    El,
    /// English.
    En,
    /// Esperanto.
    Eo,
    /// Spanish.
    Es,
    /// Estonian.
    Et,
    /// Basque.
    Eu,
    /// Persian.
    Fa,
    /// Finnish.
    Fi,
    /// Fiji.
    Fj,
    /// Faroese.
    Fo,
    /// French.
    Fr,
    /// Frisian.
    Fy,
    /// Irish.
    Ga,
    /// Scots Gaelic.
    Gd,
    /// Galician.
    Gl,
    /// Guarani.
    Gn,
    /// Gujarati.
    Gu,
    /// Hausa.
    Ha,
    /// Hindi.
    Hi,
    /// Hebrew.
    He,
    /// Croatian.
    Hr,
    /// Hungarian.
    Hu,
    /// Armenian.
    Hy,
    /// Interlingua.
    Ia,
    /// Indonesian.
    Id,
    /// Interlingue.
    Ie,
    /// Inupiak.
    Ik,
    /// Indonesian (obsolete, now `id`).
    In,
    /// Icelandic.
    Is,
    /// Italian.
    It,
    /// Inuktitut.
    Iu,
    /// Hebrew (obsolete, now `he`).
    Iw,
    /// Japanese.
    Ja,
    /// Yiddish (obsolete, now `yi`).
    Ji,
    /// Javanese (obsolete, now `jv`).
    Jw,
    /// Georgian.
    Ka,
    /// Kazakh.
    Kk,
    /// Greenlandic.
    Kl,
    /// Cambodian.
    Km,
    /// Kannada.
    Kn,
    /// Korean.
    Ko,
    /// Kashmiri.
    Ks,
    /// Kurdish.
    Ku,
    /// Kirghiz.
    Ky,
    /// Latin.
    La,
    /// Lingala.
    Ln,
    /// Lao.
    Lo,
    /// Lithuanian.
    Lt,
    /// Latvian.
    Lv,
    /// Malagasy.
    Mg,
    /// Maori.
    Mi,
    /// Macedonian.
    Mk,
    /// Malayalam.
    Ml,
    /// Mongolian.
    Mn,
    /// Moldavian (obsolete, now `ro`).
    Mo,
    /// Marathi.
    Mr,
    /// Malay.
    Ms,
    /// Maltese.
    Mt,
    /// Burmese.
    My,
    /// Nauru.
    Na,
    /// Nepali.
    Ne,
    /// Dutch.
    Nl,
    /// Norwegian.
    No,
    /// Occitan.
    Oc,
    /// Oromo.
    Om,
    /// Oriya.
    Or,
    /// Punjabi.
    Pa,
    /// Polish.
    Pl,
    /// Pashto.
    Ps,
    /// Portuguese.
    Pt,
    /// Quechua.
    Qu,
    /// Rhaeto-Romance.
    Rm,
    /// Kirundi.
    Rn,
    /// Romanian.
    Ro,
    /// Russian.
    Ru,
    /// Kinyarwanda.
    Rw,
    /// Sanskrit.
    Sa,
    /// Sindhi.
    Sd,
    /// Sango.
    Sg,
    /// Serbo-Croatian (obsolete).
    Sh,
    /// Sinhala.
    Si,
    /// Slovak.
    Sk,
    /// Slovenian.
    Sl,
    /// Samoan.
    Sm,
    /// Shona.
    Sn,
    /// Somali.
    So,
    /// Albanian.
    Sq,
    /// Serbian.
    Sr,
    /// Siswati.
    Ss,
    /// Sesotho.
    St,
    /// Sudanese.
    Su,
    /// Swedish.
    Sv,
    /// Swahili.
    Sw,
    /// Tamil.
    Ta,
    /// Telugu.
    Te,
    /// Tajik.
    Tg,
    /// Thai.
    Th,
    /// Tigrinya.
    Ti,
    /// Turkmen.
    Tk,
    /// Tagalog.
    Tl,
    /// Setswana.
    Tn,
    /// Tonga.
    To,
    /// Turkish.
    Tr,
    /// Tsonga.
    Ts,
    /// Tatar.
    Tt,
    /// Twi.
    Tw,
    /// Uyghur.
    Ug,
    /// Ukrainian.
    Uk,
    /// Urdu.
    Ur,
    /// Uzbek.
    Uz,
    /// Vietnamese.
    Vi,
    /// Volapuk.
    Vo,
    /// Wolof.
    Wo,
    /// Xhosa.
    Xh,
    /// Yiddish.
    Yi,
    /// Yoruba.
    Yo,
    /// Zhuang.
    Za,
    /// Chinese.
    Zh,
    /// Zulu.
    Zu,
    /// A code that this list does not have.
    Other(String),
}
