#include "xml/xpath.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace irikteu::xml {

namespace {
const Document kDocument = Document::parse(
    "<d xmlns='urn:d'><p n='1'>а</p><p n='2'>б</p><q><p n='3'>в</p></q></d>", "d.xml");
const Namespaces kNamespaces = {{"d", "urn:d"}, {"f", "urn:f"}};
}  // namespace

TEST(XPath, EvaluatesTheFourTypes) {
    XPathContext context(kDocument, kNamespaces);
    EXPECT_TRUE(context.evaluate_boolean(Expression("//d:p[@n=3]"), kDocument.root()));
    EXPECT_EQ(context.evaluate_string(Expression("//d:q/d:p"), kDocument.root()), "в");
    EXPECT_EQ(to_number(context.evaluate(Expression("count(//d:p)"), kDocument.root())), 3);
    EXPECT_EQ(context.evaluate_nodes(Expression("//d:q/d:p | d:p"), kDocument.root()).front().attribute("n"), "1");
}

TEST(XPath, KnowsVariablesCurrentAndExtensionFunctions) {
    FunctionLibrary library;
    library.add("urn:f", "join", [](std::span<const Value> arguments) -> Value {
        std::string all;
        for (const Value& value : arguments) all += to_string(value) + ';';
        return all;
    });
    library.add("urn:f", "fail", [](std::span<const Value>) -> Value {
        throw base::Error(base::ErrorCode::invalid, "no such day");
    });
    XPathContext context(kDocument, kNamespaces, &library);
    context.set_variable("x", std::string("у"));
    const Node first = kDocument.root().first_element("p");
    EXPECT_EQ(context.evaluate_string(Expression("f:join($x, @n, //d:q)"), first), "у;1;в;");
    EXPECT_EQ(context.evaluate_string(Expression("string(//d:p[@n > current()/@n])"), first), "б");
    EXPECT_THROW(context.evaluate(Expression("f:fail()"), first), base::Error);
    try {
        context.evaluate(Expression("f:fail()"), first);
    } catch (const base::Error& error) {
        EXPECT_NE(std::string(error.what()).find("no such day"), std::string::npos) << error.what();
    }
}

TEST(XPath, WritesNumbersWithoutExponents) {
    const Document document = Document::parse("<a>1234567890.5</a>", "a.xml");
    XPathContext context(document);
    const auto text = [&](const char* expression) { return context.evaluate_string(Expression(expression), document.root()); };
    EXPECT_EQ(text("1000000 * 1000000"), "1000000000000");
    EXPECT_EQ(text("string(-123456789012)"), "-123456789012");
    EXPECT_EQ(text("number(.)"), "1234567890.5");
    EXPECT_EQ(text("1 div 8000000"), "0.000000125");
    EXPECT_EQ(text("concat(4503599627370496 * 1024, '')"), "4611686018427387904");
    EXPECT_EQ(text("1 div 0"), "Infinity");
    EXPECT_EQ(text("0.5"), "0.5");
    EXPECT_EQ(text("12345678901234567890"), "12345678901234567168");  // The nearest one, not what summing up by digits gives.
    EXPECT_EQ(text("number('12345678901234567890') = 12345678901234567890"), "true");
    EXPECT_EQ(text("number(' -12345678901234567890 ')"), "-12345678901234567168");
    EXPECT_EQ(text("concat(number('1.2.3'), number('5.'), number('.5'), number('.'))"), "NaN50.5NaN");
    EXPECT_EQ(to_string(Value(3e9)), "3000000000");
}

TEST(XPath, ServesOneExpressionToManyContexts) {
    FunctionLibrary library;
    library.add("urn:f", "one", [](std::span<const Value>) -> Value { return 1.0; });
    const Expression expression("f:one() + count(//d:p)");
    for (int i = 0; i < 50; ++i) {
        XPathContext context(kDocument, kNamespaces, &library);
        EXPECT_EQ(to_number(context.evaluate(expression, kDocument.root())), 4);
        const std::string noise(static_cast<std::size_t>(i), 'x');  // moves the heap about
    }
}

TEST(XPath, FailsAloudOnWhatItDoesNotKnow) {
    XPathContext context(kDocument, kNamespaces);
    EXPECT_THROW(Expression("//p["), base::Error);
    EXPECT_THROW(context.evaluate(Expression("$nobody"), kDocument.root()), base::Error);
    EXPECT_THROW(context.evaluate(Expression("x:y()"), kDocument.root()), base::Error);
    EXPECT_THROW(context.evaluate(Expression("f:nothing()"), kDocument.root()), base::Error);
    EXPECT_THROW(context.evaluate_nodes(Expression("1"), kDocument.root()), base::Error);
}

}  // namespace irikteu::xml
