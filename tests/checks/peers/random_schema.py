"""Random Schematron schemas (ISO/IEC 19757-3, query language binding "xslt") and random documents for them.

Everything comes from one seed. What is generated is meant to be right: no unknown names, no type errors, so that every
engine has to answer it, and answer alike."""

import random
import re

NAMES = ["a", "b", "c", "d"]
ATTRIBUTES = ["i", "j", "k"]
WORDS = ["1", "2", "3", "10", "-1", "0", "2.5", "x", "y", "abc", "a b", " pad  ded ", "Ab", "true", "", "en", "\u04d9\u0493"]
HEAD = ('<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"%s>'
        '<ns prefix="p" uri="urn:1"/><ns prefix="q" uri="urn:2"/>')

# Every message says which node it is of.
KEY = '[<value-of select="count(ancestor::node())"/>,<value-of select="count(preceding::node())"/>,<value-of select="name()"/>]'


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class Source:
    """Draws documents, expressions and schemas."""

    def __init__(self, seed, nodes="all", xpath1=True, parts=False):
        self.random = random.Random(seed)
        self.xpath1 = xpath1  # False: nothing that XPath 2.0 answers otherwise, or libxml2 wrongly (see compare.py)
        self.nodes = nodes  # "all" kinds of nodes as contexts, or "elements"
        self.variables = []  # (name, type) in scope
        self.counter = 0
        self.current_allowed = True
        self.plain = False  # Nothing that XPath itself does not have?
        self.hidden = []  # Of the schema's variables, by the rule at hand.
        self.parts = parts  # May the schema lie in several files?
        self.files = {}  # Of a schema in parts, by name; "{stem}" in it and in the schema stands for the name of the schema's file.

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    # Documents

    def document(self):
        prolog = self.pick("", "", "<!--before-->", "<?p before?>")
        return prolog + self.element(0, True) + (self.pick("", "", "<!--after-->") if self.xpath1 else "")

    def element(self, depth, top=False):
        r = self.random
        prefix = self.pick("", "", "", "", "p:", "q:")
        name = prefix + r.choice(NAMES)
        attributes = "".join(' %s="%s"' % (each, escape(r.choice(WORDS))) for each in
                             r.sample(ATTRIBUTES + ["p:i", "xml:lang"], r.choice([0, 0, 1, 1, 2, 3])))
        if top:
            attributes += ' xmlns:p="urn:1" xmlns:q="urn:2"'
        if not prefix and self.chance(6):
            attributes += ' xmlns="%s"' % self.pick("urn:1", "urn:2", "urn:3", "")
        content = ""
        for _ in range(r.choice([0, 1, 2, 3, 4, 5]) if depth < 5 else 0):
            kind = r.randrange(10)
            if kind < 6:
                content += self.element(depth + 1)
            elif kind < 8:
                content += escape(r.choice(WORDS))
            elif kind == 8:
                content += "<!--%s-->" % self.pick("c", "1", "")
            else:
                content += "<?%s %s?>" % (self.pick("p", "t"), self.pick("1", "x"))
        return "<%s%s>%s</%s>" % (name, attributes, content, name)

    # Expressions

    def name(self):
        return self.pick("a", "b", "c", "d", "a", "b", "c", "d", "*", "p:a", "p:b", "q:*", "p:*")

    def attribute(self):
        return "@" + self.pick("i", "j", "k", "i", "j", "k", "*", "p:i")

    def step(self, depth):
        r = self.random.randrange(20)
        if r < 9:
            text = self.name()
        elif r < 13:
            text = self.pick("parent", "ancestor", "ancestor-or-self", "descendant", "descendant-or-self", "following",
                             "following-sibling", "preceding", "preceding-sibling", "self", "child") + "::" + self.pick(self.name(), "node()", "*", "text()")
        elif r < 15:
            return self.pick(".", "..")
        elif r < 17:
            text = self.pick("text()", "node()", "comment()", "processing-instruction()", "processing-instruction('p')")
        else:
            text = self.attribute()
        if depth > 0 and self.chance(30):
            text += "[" + self.predicate(depth - 1) + "]"
            if self.chance(15):
                text += "[" + self.predicate(depth - 1) + "]"
        return text

    def predicate(self, depth):
        r = self.random.randrange(10)
        if r < 2:
            return self.pick("1", "2", "last()", "position() = 2", "position() < 3", "last() - 1", "position() mod 2 = 1")
        return self.boolean(depth)

    def path(self, depth):
        nodes = [name for name, kind in self.variables if kind == "nodes"]
        start = self.pick("", "", "", "", "/", "//", ".//") if not (nodes and self.chance(15)) else "$" + self.random.choice(nodes) + "/"
        steps = [self.step(depth) for _ in range(self.pick(1, 1, 1, 2, 2, 3))]
        text = start + steps[0]
        for each in steps[1:]:
            text += self.pick("/", "/", "/", "//") + each
        return text

    def node_set(self, depth):
        r = self.random.randrange(20)
        if r == 0:
            return self.path(depth) + " | " + self.path(depth)
        if r == 1:
            return "(" + self.path(depth) + ")[" + self.predicate(max(0, depth - 1)) + "]"
        if r == 2 and self.current_allowed:
            return "current()" + self.pick("", "/..", "/*", "/@*")
        if r == 3 and self.keys:
            return "key('%s', %s)" % (self.random.choice(self.keys), self.pick("@i", "'1'", "..", "string(@j)"))
        nodes = [name for name, kind in self.variables if kind == "nodes"]
        if r == 4 and nodes:
            return "$" + self.random.choice(nodes)
        return self.path(depth)

    def string(self, depth):
        if depth <= 0 or self.chance(30):
            strings = [name for name, kind in self.variables if kind == "string"]
            if strings and self.chance(40):
                return "$" + self.random.choice(strings)
            return self.pick("'1'", "'x'", "'abc'", "''", "'2.5'", "'en'", "string(.)", "name()", "local-name()", "string(@i)")
        d = depth - 1
        return self.pick(
            lambda: "string(%s)" % self.any(d), lambda: "concat(%s, %s)" % (self.any(d), self.any(d)),
            lambda: "substring(%s, %s)" % (self.any(d), self.number(d)),
            lambda: "substring(%s, %s, %s)" % (self.any(d), self.number(d), self.number(d)),
            lambda: "substring-before(%s, %s)" % (self.any(d), self.string(d)),
            lambda: "substring-after(%s, %s)" % (self.any(d), self.string(d)),
            lambda: "normalize-space(%s)" % self.any(d), lambda: "normalize-space()",
            lambda: "translate(%s, 'abc1', %s)" % (self.any(d), self.pick("'ABC'", "'x'", "''", "'2222'")),
            lambda: "name(%s)" % self.node_set(d), lambda: "local-name(%s)" % self.node_set(d),
            lambda: "namespace-uri(%s)" % self.node_set(d),
            lambda: self.string(d) if self.plain else "format-number(%s, '%s')" % (self.pick("count(%s)" % self.node_set(0), "string-length()", "12.25", "-3"),
                                                 self.pick("0", "0.00", "#,##0.00", "00")))()

    def number(self, depth):
        if depth <= 0 or self.chance(30):
            numbers = [name for name, kind in self.variables if kind == "number"]
            if numbers and self.chance(40):
                return "$" + self.random.choice(numbers)
            return self.pick("0", "1", "2", "3", "10", "1.5", "-1", "number()", "number(@i)", ".5")
        d = depth - 1
        return self.pick(
            lambda: "count(%s)" % self.node_set(d), lambda: "count(%s)" % self.node_set(d), lambda: "sum(%s)" % self.node_set(d),
            lambda: "number(%s)" % self.any(d), lambda: "string-length(%s)" % self.any(d), lambda: "string-length()",
            lambda: "floor(%s)" % self.number(d), lambda: "ceiling(%s)" % self.number(d), lambda: "round(%s)" % self.number(d),
            lambda: "(%s + %s)" % (self.number(d), self.number(d)), lambda: "(%s - %s)" % (self.number(d), self.any(d)),
            lambda: "%s * %s" % (self.number(0), self.number(0)), lambda: "(%s div %s)" % (self.number(d), self.number(d)),
            lambda: "(%s mod %s)" % (self.number(d), self.pick("2", "3", "1.5", "-2")), lambda: "- %s" % self.number(0))()

    def boolean(self, depth):
        if depth <= 0:
            return self.pick("true()", "false()", "@i", "*", "@j = 1", "@i = @j", ". = 'x'", "self::a", "text()", "not(*)", "@k != 'x'", "..")
        d = depth - 1
        compare = self.pick("=", "=", "!=", "<", ">", "<=", ">=")
        return self.pick(
            lambda: "%s %s %s" % (self.any(d), compare, self.any(d)), lambda: "%s %s %s" % (self.any(d), compare, self.any(d)),
            lambda: "%s %s %s" % (self.node_set(d), compare, self.any(d)), lambda: "%s = %s" % (self.node_set(d), self.node_set(d)),
            lambda: "not(%s)" % self.boolean(d), lambda: "boolean(%s)" % self.any(d),
            lambda: "(%s) and (%s)" % (self.boolean(d), self.boolean(d)), lambda: "%s or %s" % (self.boolean(d), self.boolean(d)),
            lambda: "contains(%s, %s)" % (self.any(d), self.string(d)), lambda: "starts-with(%s, %s)" % (self.any(d), self.string(d)),
            lambda: "lang('en')", lambda: self.node_set(d), lambda: "count(%s) %s %s" % (self.node_set(d), compare, self.pick("0", "1", "2")),
            lambda: "generate-id(%s) = generate-id(%s)" % (self.node_set(d), self.node_set(d)))()

    def any(self, depth):
        kind = self.random.randrange(10)
        if kind < 5:
            return self.node_set(depth)
        if kind < 7:
            return self.string(depth)
        if kind < 9 or not self.xpath1:
            return self.number(depth)
        return "(%s)" % self.boolean(depth)

    # Contexts: match patterns of XSLT 1.0

    def pattern_step(self, last):
        if last and self.nodes == "all":
            r = self.random.randrange(16)
            if r < 2:
                text = self.attribute()
            elif r == 2:
                text = "text()"
            elif r == 3:
                text = "comment()"
            elif r == 4:
                text = self.pick("processing-instruction()", "processing-instruction('p')", "node()", "attribute::i")
            else:
                text = self.name()
        else:
            text = self.pick(self.name(), self.name(), self.name(), "child::" + self.name())
        while self.chance(30):
            text += "[" + self.predicate(1) + "]"
        return text

    def alternative(self):
        if self.nodes == "all" and self.chance(5):
            return "/"
        start = self.pick("", "", "", "", "/", "//")
        steps = [self.pattern_step(False) for _ in range(self.pick(0, 0, 0, 1, 1, 2))] + [self.pattern_step(True)]
        text = start + steps[0]
        for each in steps[1:]:
            text += self.pick("/", "/", "//") + each
        return text

    def context(self):
        kept, self.variables, self.current_allowed = self.variables, [], False
        text = " | ".join(self.alternative() for _ in range(self.pick(1, 1, 1, 1, 2, 3)))
        self.variables, self.current_allowed = kept, True
        return text

    # Schemas

    def let(self, prefix, over=False):
        """With `over`, it may take the name of a variable from further out, which it then hides."""
        self.counter += 1
        name = "%s%d" % (prefix, self.counter)
        kind = self.pick("nodes", "string", "number")
        hidden = [each for each in self.variables if each[0].startswith("g") and each[0] not in self.hidden]
        if over and hidden and self.chance(25):
            name = self.random.choice(hidden)[0]
            self.hidden.append(name)
            self.variables = [each for each in self.variables if each[0] != name]
        value = {"nodes": self.node_set, "string": self.string, "number": self.number}[kind](2)
        self.variables.append((name, kind))
        return '<let name="%s" value="%s"/>' % (name, escape(value))

    def message(self):
        text = KEY + self.pick("m ", "", "text <emph>strong</emph> ", "<span class=\"s\">w</span> ")
        for _ in range(self.pick(0, 1, 1, 2)):
            text += self.pick(lambda: '<value-of select="%s"/>' % escape(self.any(2)), lambda: "<name/>",
                              lambda: '<value-of select="%s"/>' % escape(self.string(1)))()
        return text

    def labels(self):
        """What a report repeats of an assertion. A rule's own are its assertions' too with us alone."""
        return "".join(' %s="%s"' % (name, self.pick("w1", "w2", "very bad")) for name in ("role", "flag") if self.chance(12))

    def check(self):
        self.counter += 1
        kind = self.pick("assert", "report")
        extra = ' diagnostics="%s"' % self.pick("d1", "d2", "d1 d2", " d2  d1 ") if self.chance(12) else ""
        return '<%s id="t%d" test="%s"%s%s>%s</%s>' % (kind, self.counter, escape(self.boolean(3)), extra, self.labels(), self.message(), kind)

    def rule_body(self, abstract_rules=()):
        kept, self.hidden = list(self.variables), []
        text = "".join(self.let("r", True) for _ in range(self.pick(0, 0, 0, 1, 2)))
        if abstract_rules and self.chance(30):
            text += '<extends rule="%s"/>' % self.random.choice(abstract_rules)
        if self.parts and self.chance(10):
            text += '<extends href="%s"/>' % self.part("rule", ' id="x%d"' % self.counter, self.check())
        if self.parts and self.chance(10):
            text += '<include href="%s"/>' % self.part("let", "", "", self.let("r"))
        text += "".join(self.check() for _ in range(self.pick(1, 1, 2, 3)))
        self.variables = kept
        return text

    def pattern(self, index):
        kept = list(self.variables)
        abstract_rules = []
        text = "".join(self.let("p") for _ in range(self.pick(0, 0, 0, 1)))
        rules = ""
        if self.chance(25):
            abstract_rules.append("ab%d" % index)
            rules += '<rule abstract="true" id="ab%d">%s</rule>' % (index, "".join(self.check() for _ in range(2)))
            if self.chance(40):
                rules += '<rule abstract="true" id="ac%d">%s<extends rule="ab%d"/></rule>' % (index, self.check(), index)
                abstract_rules.append("ac%d" % index)
        for _ in range(self.pick(1, 1, 2, 3, 4)):
            self.counter += 1
            rules += '<rule id="u%d" context="%s">%s</rule>' % (self.counter, escape(self.context()), self.rule_body(abstract_rules))
        self.variables = kept
        title = self.pick("", "", "<title>t%d</title>" % index, "<p>of <emph>some</emph> kind</p>")
        if self.parts and self.chance(15):
            return '<include href="%s"/>' % self.part("pattern", ' id="pat%d"' % index, title + text + rules)
        return '<pattern id="pat%d">%s%s%s</pattern>' % (index, title, text, rules)

    def part(self, name, attributes, content, whole=None):
        """An element in a file of its own; what refers to it."""
        if whole is None:
            whole = "<%s%s>%s</%s>" % (name, attributes, content, name)
        file = "part%d.sch" % len(self.files)
        head = ' xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        self.files[file] = re.sub(r"^<(\w+)", r"<\1" + head, whole)
        return "{stem}-" + file

    def abstract_pattern(self, index):
        """An abstract pattern with two parameters, and instances of it."""
        kept, self.variables = self.variables, []
        self.counter += 1
        more = self.pick("", '<let name="v%d" value="count(*) + 1"/>' % self.counter)  # A rule's: a pattern's would be one of all instances.
        seen = '<value-of select="$v%d"/>' % self.counter if more else ""
        second = '<rule context="%s[$set]"><report id="t%ds" test="$set">%s<value-of select="$set"/></report></rule>' % (self.name(), self.counter, KEY)
        body = ('<pattern abstract="true" id="abs%d"><rule context="$ctx">%s<assert id="t%d" test="%s">%s%s</assert>'
                '<report id="t%dr" test="count($set) &gt; %s">%s<value-of select="count($set)"/></report></rule>%s</pattern>'
                % (index, more, self.counter, escape(self.boolean(2)), KEY, seen, self.counter, self.pick("0", "1", "2"), KEY, self.pick("", second)))
        for number in range(self.pick(1, 2)):
            context = self.context()
            kept_current, self.current_allowed = self.current_allowed, False
            body += ('<pattern is-a="abs%d" id="inst%d_%d"><param name="ctx" value="%s"/><param name="set" value="%s"/></pattern>'
                     % (index, index, number, escape(context), escape(self.path(1))))
            self.current_allowed = kept_current
        self.variables = kept
        return body

    def schema(self):
        self.keys = []
        keys = ""
        if self.chance(30):
            self.keys = ["k"]
            keys = '<xsl:key name="k" match="%s" use="%s"/>' % (self.pick("*", "a", "b | c", "@*", "p:*"), self.pick("@i", ".", "@*", "name()"))
        patterns = range(self.pick(1, 1, 2, 3))
        attributes, phases = "", ""
        lets = "".join(self.let("g") for _ in range(self.pick(0, 0, 1, 2)))
        if self.chance(25):
            active = self.random.sample(list(patterns), self.pick(1, len(patterns)))
            own = self.let("f") if self.chance(40) else ""  # Known to patterns while the phase runs.
            phases = '<phase id="ph">%s%s</phase>' % (own, "".join('<active pattern="pat%d"/>' % each for each in active))
            attributes = ' defaultPhase="ph"' if own or self.chance(50) else ""
        body = "".join(self.pattern(each) for each in patterns)
        if self.chance(25):
            body += self.abstract_pattern(0)
        self.variables = []
        diagnostics = ('<diagnostics><diagnostic id="d1">d <value-of select="count(*)"/></diagnostic>'
                       '<diagnostic id="d2">e <name/><value-of select="%s"/></diagnostic></diagnostics>' % escape(self.any(2)))
        return HEAD % attributes + keys + lets + phases + body + diagnostics + "</schema>"
