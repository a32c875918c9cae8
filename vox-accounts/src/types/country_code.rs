//! Countries of billing addresses.

use vox_core::VoxEnum;

/// A country of a billing address: a code of two letters (ISO 3166-1 alpha-2).
///
/// The list is the API's. It lacks some codes of ISO 3166-1, and has the withdrawn `AN`. Other codes are kept as
/// [`CountryCode::Other`].
///
/// ```
/// use vox_accounts::CountryCode;
///
/// assert_eq!(CountryCode::Kz.as_str(), "KZ");
/// assert_eq!(CountryCode::from("KZ"), CountryCode::Kz);
/// ```
///
/// Source: `billing_address_country_code` of `SetAccountInfo`.
#[derive(VoxEnum)]
#[vox_enum(case = "UPPERCASE")]
#[non_exhaustive]
pub enum CountryCode {
    /// Afghanistan.
    Af,
    /// Albania.
    Al,
    /// Algeria.
    Dz,
    /// American Samoa.
    As,
    /// Andorra.
    Ad,
    /// Angola.
    Ao,
    /// Anguilla.
    Ai,
    /// Antarctica.
    Aq,
    /// Antigua and Barbuda.
    Ag,
    /// Argentina.
    Ar,
    /// Armenia.
    Am,
    /// Aruba.
    Aw,
    /// Australia.
    Au,
    /// Austria.
    At,
    /// Azerbaijan.
    Az,
    /// Bahrain.
    Bh,
    /// Bangladesh.
    Bd,
    /// Barbados.
    Bb,
    /// Belarus.
    By,
    /// Belgium.
    Be,
    /// Belize.
    Bz,
    /// Benin.
    Bj,
    /// Bermuda.
    Bm,
    /// Bhutan.
    Bt,
    /// Bolivia.
    Bo,
    /// Bosnia and Herzegovina.
    Ba,
    /// Botswana.
    Bw,
    /// Bouvet Island.
    Bv,
    /// Brazil.
    Br,
    /// British Indian Ocean Territory.
    Io,
    /// Brunei.
    Bn,
    /// Bulgaria.
    Bg,
    /// Burkina Faso.
    Bf,
    /// Burundi.
    Bi,
    /// Cambodia.
    Kh,
    /// Cameroon.
    Cm,
    /// Canada.
    Ca,
    /// Cape Verde.
    Cv,
    /// Cayman Islands.
    Ky,
    /// Central African Republic.
    Cf,
    /// Chad.
    Td,
    /// Chile.
    Cl,
    /// China.
    Cn,
    /// Christmas Island.
    Cx,
    /// Colombia.
    Co,
    /// Comoros.
    Km,
    /// Congo.
    Cg,
    /// Cook Islands.
    Ck,
    /// Costa Rica.
    Cr,
    /// Croatia.
    Hr,
    /// Cuba.
    Cu,
    /// Cyprus.
    Cy,
    /// Czech Republic.
    Cz,
    /// Denmark.
    Dk,
    /// Djibouti.
    Dj,
    /// Dominica.
    Dm,
    /// Dominican Republic.
    Do,
    /// Ecuador.
    Ec,
    /// Egypt.
    Eg,
    /// El Salvador.
    Sv,
    /// Equatorial Guinea.
    Gq,
    /// Eritrea.
    Er,
    /// Estonia.
    Ee,
    /// Ethiopia.
    Et,
    /// Faroe Islands.
    Fo,
    /// Fiji Islands.
    Fj,
    /// Finland.
    Fi,
    /// France.
    Fr,
    /// French Guiana.
    Gf,
    /// French Polynesia.
    Pf,
    /// French Southern and Antarctic Lands.
    Tf,
    /// Gabon.
    Ga,
    /// Georgia.
    Ge,
    /// Germany.
    De,
    /// Ghana.
    Gh,
    /// Gibraltar.
    Gi,
    /// Greece.
    Gr,
    /// Greenland.
    Gl,
    /// Grenada.
    Gd,
    /// Guadeloupe.
    Gp,
    /// Guam.
    Gu,
    /// Guatemala.
    Gt,
    /// Guernsey.
    Gg,
    /// Guinea.
    Gn,
    /// Guyana.
    Gy,
    /// Haiti.
    Ht,
    /// Heard Island and `McDonald` Islands.
    Hm,
    /// Honduras.
    Hn,
    /// Hungary.
    Hu,
    /// Iceland.
    Is,
    /// India.
    In,
    /// Indonesia.
    Id,
    /// Iran.
    Ir,
    /// Iraq.
    Iq,
    /// Ireland.
    Ie,
    /// Israel.
    Il,
    /// Italy.
    It,
    /// Jamaica.
    Jm,
    /// Japan.
    Jp,
    /// Jersey.
    Je,
    /// Jordan.
    Jo,
    /// Kazakhstan.
    Kz,
    /// Kenya.
    Ke,
    /// Kiribati.
    Ki,
    /// Korea.
    Kr,
    /// Kuwait.
    Kw,
    /// Kyrgyzstan.
    Kg,
    /// Laos.
    La,
    /// Latvia.
    Lv,
    /// Lebanon.
    Lb,
    /// Lesotho.
    Ls,
    /// Liberia.
    Lr,
    /// Libya.
    Ly,
    /// Liechtenstein.
    Li,
    /// Lithuania.
    Lt,
    /// Luxembourg.
    Lu,
    /// Madagascar.
    Mg,
    /// Malawi.
    Mw,
    /// Malaysia.
    My,
    /// Maldives.
    Mv,
    /// Mali.
    Ml,
    /// Malta.
    Mt,
    /// Marshall Islands.
    Mh,
    /// Martinique.
    Mq,
    /// Mauritania.
    Mr,
    /// Mauritius.
    Mu,
    /// Mayotte.
    Yt,
    /// Mexico.
    Mx,
    /// Micronesia.
    Fm,
    /// Moldova.
    Md,
    /// Monaco.
    Mc,
    /// Mongolia.
    Mn,
    /// Montenegro.
    Me,
    /// Montserrat.
    Ms,
    /// Morocco.
    Ma,
    /// Mozambique.
    Mz,
    /// Myanmar.
    Mm,
    /// Namibia.
    Na,
    /// Nauru.
    Nr,
    /// Nepal.
    Np,
    /// Netherlands.
    Nl,
    /// Netherlands Antilles.
    An,
    /// New Caledonia.
    Nc,
    /// New Zealand.
    Nz,
    /// Nicaragua.
    Ni,
    /// Niger.
    Ne,
    /// Nigeria.
    Ng,
    /// Niue.
    Nu,
    /// Norfolk Island.
    Nf,
    /// North Korea.
    Kp,
    /// Northern Mariana Islands.
    Mp,
    /// Norway.
    No,
    /// Oman.
    Om,
    /// Pakistan.
    Pk,
    /// Palau.
    Pw,
    /// Palestinian Authority.
    Ps,
    /// Panama.
    Pa,
    /// Papua New Guinea.
    Pg,
    /// Paraguay.
    Py,
    /// Peru.
    Pe,
    /// Philippines.
    Ph,
    /// Pitcairn Islands.
    Pn,
    /// Poland.
    Pl,
    /// Portugal.
    Pt,
    /// Puerto Rico.
    Pr,
    /// Qatar.
    Qa,
    /// Reunion.
    Re,
    /// Romania.
    Ro,
    /// Russia.
    Ru,
    /// Rwanda.
    Rw,
    /// Samoa.
    Ws,
    /// San Marino.
    Sm,
    /// Saudi Arabia.
    Sa,
    /// Senegal.
    Sn,
    /// Serbia.
    Rs,
    /// Seychelles.
    Sc,
    /// Sierra Leone.
    Sl,
    /// Singapore.
    Sg,
    /// Slovakia.
    Sk,
    /// Slovenia.
    Si,
    /// Solomon Islands.
    Sb,
    /// Somalia.
    So,
    /// South Africa.
    Za,
    /// South Georgia and the South Sandwich Islands.
    Gs,
    /// Spain.
    Es,
    /// Sri Lanka.
    Lk,
    /// Sudan.
    Sd,
    /// Suriname.
    Sr,
    /// Swaziland.
    Sz,
    /// Sweden.
    Se,
    /// Switzerland.
    Ch,
    /// Syria.
    Sy,
    /// Sao Tome and Principe.
    St,
    /// Taiwan.
    Tw,
    /// Tajikistan.
    Tj,
    /// Tanzania.
    Tz,
    /// Thailand.
    Th,
    /// Togo.
    Tg,
    /// Tokelau.
    Tk,
    /// Tonga.
    To,
    /// Trinidad and Tobago.
    Tt,
    /// Tunisia.
    Tn,
    /// Turkey.
    Tr,
    /// Turkmenistan.
    Tm,
    /// Turks and Caicos Islands.
    Tc,
    /// Tuvalu.
    Tv,
    /// Uganda.
    Ug,
    /// Ukraine.
    Ua,
    /// United Arab Emirates.
    Ae,
    /// United Kingdom.
    Gb,
    /// United States.
    Us,
    /// Uruguay.
    Uy,
    /// Uzbekistan.
    Uz,
    /// Vanuatu.
    Vu,
    /// Vatican City.
    Va,
    /// Venezuela.
    Ve,
    /// Vietnam.
    Vn,
    /// Virgin Islands.
    Vi,
    /// Wallis and Futuna.
    Wf,
    /// Western Sahara.
    Eh,
    /// Yemen.
    Ye,
    /// Zambia.
    Zm,
    /// Zimbabwe.
    Zw,
    /// Aland Islands.
    Ax,
    /// A code that this list does not have.
    Other(String),
}
