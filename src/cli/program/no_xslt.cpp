#include "cli/program/no_xslt.hpp"

#include <cstdlib>

#include "xml/xslt_language.hpp"
#include "xml/xslt_language_state.hpp"

// In the program that only judges, this stands in the place of xml/xslt_language.cpp, and libxslt is not linked.
namespace irikteu::xml {

XsltLanguage XsltLanguage::compile(Document, const base::Disk&, const std::string&) { throw cli::XsltNeeded(); }

// What follows is never reached, for without compile() there is no language.
XsltLanguage::State::~State() = default;
XsltRun::XsltRun(const XsltLanguage::State&, _xmlDoc*) : transformation_(nullptr) { std::abort(); }
XsltRun::~XsltRun() = default;
_xmlXPathContext* XsltRun::context() const { std::abort(); }
void XsltRun::set_current(_xmlNode*) { std::abort(); }
_xmlDoc* XsltRun::set_apart() { std::abort(); }
bool XsltRun::release(_xmlDoc*) { std::abort(); }
void XsltRun::keep(_xmlDoc*) { std::abort(); }
_xmlXPathObject* XsltRun::variable(const unsigned char*, const unsigned char*) const { std::abort(); }
void (*XsltRun::function(const unsigned char*, const unsigned char*))(_xmlXPathParserContext*, int) { std::abort(); }

}  // namespace irikteu::xml
