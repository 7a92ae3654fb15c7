#include "act/functions.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.hpp"
#include "support/folders.hpp"

namespace irikteu::act {
namespace {

const Act& act_535() {
    static const Act act = Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    return act;
}

/// Value of an XPath expression as a string, with the functions of the act.
std::string evaluate(const std::string& expression, const Act& act = act_535()) {
    const auto functions = language_functions(act);
    const auto document = xml::Document::parse("<r><day>2015-10-05</day></r>", "r.xml");
    xml::XPathContext context(document, {{"f", std::string(functions_namespace)}}, &functions);
    return context.evaluate_string(xml::Expression(expression), document.root());
}

struct Case {
    const char* expression;
    const char* value;
};

class Functions : public ::testing::TestWithParam<Case> {};

TEST_P(Functions, give) { EXPECT_EQ(evaluate(GetParam().expression), GetParam().value) << GetParam().expression; }

INSTANTIATE_TEST_SUITE_P(Dates, Functions, ::testing::Values(
    Case{"f:date('2015-10-05')", "2015 жылғы 5 қазан"},
    Case{"f:date(day)", "2015 жылғы 5 қазан"},
    Case{"f:date('2015-10-05T23:30:00+06:00')", "2015 жылғы 5 қазан"},
    Case{"f:date('')", ""},
    Case{"f:date-attributive('2015-07-16')", "2015 жылғы 16 шілдедегі"},
    Case{"f:date-case('2015-07-16', 'ABL')", "2015 жылғы 16 шілдеден"},
    Case{"f:date-of('2015-10-05T18:00:00+06:00')", "2015-10-05"},
    Case{"f:time-of('2015-10-05T18:00:00+06:00')", "18:00"}, Case{"f:time-of('2015-10-05T18:00:01+06:00')", "18:00:01"},
    Case{"f:at('2015-10-05T13:00:00+01:00', '2015-10-05T18:00:00+06:00')", "2015-10-05T18:00:00+06:00"},
    Case{"f:at('2015-10-05T13:00:00+01:00', '')", "2015-10-05T13:00:00+01:00"}, Case{"f:at('', '2015-10-05T18:00:00+06:00')", ""},
    Case{"f:parse-date('2015 жылғы «25» қыркүйек')", "2015-09-25"},
    Case{"f:parse-date('16.07.2015')", "2015-07-16"},
    Case{"f:parse-date('20__ жылғы «___» ______')", ""},
    Case{"f:parse-date('')", ""},
    Case{"f:before('2015-10-05T17:59:59+06:00', '2015-10-05T18:00:00+06:00')", "true"},
    Case{"f:before('2015-10-05T18:00:00+06:00', '2015-10-05T18:00:00+06:00')", "false"},
    Case{"f:before('2015-10-05T12:00:00Z', '2015-10-05T18:00:01+06:00')", "true"},
    Case{"f:before('2015-10-05', '2015-10-05')", "true"},
    Case{"f:before('', '2015-10-05')", "false"},
    Case{"f:days-between('2015-08-03', '2015-10-05')", "63"},
    Case{"f:add-days('2015-12-31', 1)", "2016-01-01"}));

INSTANTIATE_TEST_SUITE_P(WorkingDays, Functions, ::testing::Values(
    Case{"f:add-working-days('2015-09-18', 5)", "2015-09-28"},
    Case{"f:add-working-days('2016-03-03', 3)", "2016-03-09"},
    Case{"f:working-days-between('2015-09-18', '2015-09-28')", "5"},
    Case{"f:is-working-day('2015-09-24')", "false"},
    Case{"f:is-working-day('2015-09-25')", "true"},
    Case{"f:is-working-day('')", "false"},
    Case{"f:term-end('2015-08-01', 29)", "2015-09-01"}));  // 30 August 2015, a Sunday and a holiday, is made up for on Monday.

INSTANTIATE_TEST_SUITE_P(Language, Functions, ::testing::Values(
    Case{"f:words(5)", "бес"},
    Case{"f:words('2015')", "екі мың он бес"},
    Case{"f:ordinal(50)", "50-ші"},
    Case{"f:ordinal-words(40)", "қырқыншы"},
    Case{"f:grouped(1234567)", "1\u00A0234\u00A0567"},
    Case{"f:number-case(5, 'DAT')", "5-ке"},
    Case{"f:case('кластер', 'GEN')", "кластердің"},
    Case{"f:case('министрлігі', 'DAT', 'possessive')", "министрлігіне"},
    Case{"f:key(' Аумақтық  КЛАСТЕР ')", "аумақтықкластер"},
    Case{"f:key('a') = f:key('')", "false"},
    Case{"f:loose-key('қаржы')", "каржы"},
    Case{"f:wrong-numbers('БСН 150740000014, ЖСН: 860101300008', 'БСН БИН', 'ЖСН ИИН')", "ЖСН: 860101300008"},
    Case{"f:wrong-numbers('БСН: 1507 4000 0015.', 'БСН БИН', 'ЖСН ИИН')", "БСН: 1507 4000 0015"},
    Case{"f:wrong-numbers('БСН/ЖСН 150740000014; БСН ____; БСН 2-бөлім; тел. 87172000000', 'БСН БИН', 'ЖСН ИИН')", ""},
    Case{"f:wrong-numbers('ЖСК KZ86 125K ZT50 0410 0100 банкте', 'БСН', 'ЖСН')", ""},
    Case{"f:wrong-numbers('ЖСК KZ86125KZT5004100101', 'БСН', 'ЖСН')", "KZ86125KZT5004100101"},
    Case{"f:wrong-numbers('KZ-535, KZT 5000', 'БСН', 'ЖСН')", ""},
    Case{"string(f:same-body('Даму комитетіне', 'Министрліктің Даму комитеті'))", "true"},
    Case{"string(f:same-body('Даму комитетінің басшысына', 'Министрліктің Даму комитеті'))", "false"},
    Case{"string(f:same-body('Даму комитетінің басшысына', 'Министрліктің Даму комитеті', 'министрлігі'))", "true"},
    Case{"string(f:same-body('ҚР министрлігіне', 'Министрліктің Даму комитеті', '', 'ҚР'))", "true"},
    Case{"string(f:same-body('', 'Даму комитеті'))", "false"}, Case{"string(f:same-body('Даму комитеті', ''))", "false"}));

INSTANTIATE_TEST_SUITE_P(Identifiers, Functions, ::testing::Values(
    Case{"f:is-bin('150740000014')", "true"}, Case{"f:is-bin('150740000015')", "false"}, Case{"f:is-bin('')", "false"},
    Case{"f:is-iin('900101350013')", "true"}, Case{"f:is-iin('900101350014')", "false"},
    Case{"f:is-iban('KZ86125KZT5004100100')", "true"}, Case{"f:is-iban('KZ86125KZT5004100101')", "false"},
    Case{"f:is-oked('03.12.0')", "true"}, Case{"f:is-oked('hello')", "false"},
    Case{"f:is-postcode('050057')", "true"}, Case{"f:is-postcode('950057')", "false"},
    Case{"f:is-phone('+7 (727) 000-64-17')", "true"}, Case{"f:is-phone('12')", "false"},
    Case{"f:is-email('info@grain.example')", "true"}, Case{"f:is-email('info.grain.example')", "false"},
    Case{"f:is-oked('13.20.0 – мата өндіру')", "true"}, Case{"f:is-oked('13200, 46390')", "false"},
    Case{"f:is-postcode('160000, ҚР')", "true"}, Case{"f:is-postcode('1600, ҚР')", "false"},
    Case{"f:is-phone('8 (7252) 50-12-34, 50-12-35')", "true"}, Case{"f:is-phone('(7252) 50 12 34')", "true"},
    Case{"f:is-phone('8-7252-50-12-34; факс 50-12-36')", "true"}, Case{"f:is-phone('8 (7252) 50-12-34, 12')", "false"},
    Case{"f:is-phone('+7(701)5554433, +7(777)1112233')", "true"}, Case{"f:is-phone('50-12-34, 50-12-35')", "false"},
    Case{"f:is-email('info@a.example, sales@a.example')", "true"}, Case{"f:is-email('e-mail: info@a.example')", "true"},
    Case{"f:is-email('info@a.example, sales')", "false"}, Case{"f:is-web('www.a.example; b.example')", "true"},
    Case{"f:is-volume('2016-12,0 2017-14,0')", "true"}, Case{"f:is-volume('2016 – -12')", "false"}, Case{"f:is-volume('2016')", "false"},
    Case{"f:is-volume('12 млн. теңге (2016 ж.), 14 млн. теңге (2017 ж.)')", "true"}, Case{"f:is-volume('12.08.2001')", "false"},
    Case{"f:says('Қаржыландыру талап етілмейді.', 'no-cost')", "true"}, Case{"f:says('көп', 'no-cost')", "false"},
    Case{"f:says('Жоқ', 'none')", "true"}, Case{"f:says('жоқшылық', 'none')", "false"}, Case{"f:says('жыл сайын', 'recurring')", "true"},
    Case{"f:is-web('www.grain.example')", "true"}, Case{"f:is-web('grain')", "false"}));

INSTANTIATE_TEST_SUITE_P(OfTheAct, Functions, ::testing::Values(
    Case{"f:setting('document.font.size')", "14"},
    Case{"f:limit('concept.sheets', 'max')", "25"},
    Case{"f:limit('concept.companies', 'max')", "NaN"},
    Case{"f:limit('nothing', 'max')", "NaN"},
    Case{"f:title('5', '9.5.b')", "Жергілікті бюджет"},
    Case{"f:title('2', '99')", ""}));

TEST(FunctionsOfTheAct, see_settings_that_were_overridden_later) {
    Act act = Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    EXPECT_EQ(evaluate("f:term-end('2015-08-01', 29)", act), "2015-09-01");
    act.override_setting("term.calendar.end-on-day-off", "same-day");
    EXPECT_EQ(evaluate("f:term-end('2015-08-01', 29)", act), "2015-08-30");
}

TEST(FunctionsRefuse, what_is_no_date_number_case_or_setting) {
    for (const char* expression : {"f:date('5 October')", "f:add-days('2015-10-05', 'x')", "f:add-days('2015-10-05')", "f:words('five')",
                                   "f:case('кластер', 'NOM')", "f:setting('nothing')", "f:date()"}) {
        EXPECT_THROW(evaluate(expression), base::Error) << expression;
    }
}

}  // namespace
}  // namespace irikteu::act
