#pragma once

#include "xml/xslt_language.hpp"

struct _xmlDoc;
struct _xmlNode;
struct _xmlXPathContext;
struct _xmlXPathObject;
struct _xmlXPathParserContext;

/// For this folder only: what an XPathContext asks of an XsltLanguage. All of it stands in xslt_language.cpp, which a
/// program without libxslt replaces.
namespace irikteu::xml {

struct XsltLanguage::State {
    void* sheet = nullptr;  ///< xsltStylesheetPtr
    const base::Disk* disk = nullptr;
    std::string folder;  ///< Where document() may read; "." for the present one.
    ~State();
};

/// One evaluation's world in libxslt: owns an XPath context that knows the language.
class XsltRun {
  public:
    XsltRun(const XsltLanguage::State& language, _xmlDoc* document);
    ~XsltRun();
    XsltRun(const XsltRun&) = delete;
    XsltRun& operator=(const XsltRun&) = delete;

    _xmlXPathContext* context() const;
    /// The node that current() gives.
    void set_current(_xmlNode* node);
    /// Sets the trees apart that functions made: release() or keep() of what is given brings them back. All three are called in pairs, like brackets.
    _xmlDoc* set_apart();
    /// Lets the trees go that were made since, but for those that variables of the stylesheet are made of; whether there were any. No other value may
    /// hold nodes of theirs.
    bool release(_xmlDoc* apart);
    /// The trees that were made since stay as long as this.
    void keep(_xmlDoc* apart);
    /// A variable of a declared function that runs; null if there is none of that name.
    _xmlXPathObject* variable(const unsigned char* name, const unsigned char* uri) const;
    /// A function of EXSLT or of the stylesheet; null if there is none of that name.
    static void (*function(const unsigned char* name, const unsigned char* uri))(_xmlXPathParserContext*, int);

  private:
    [[maybe_unused]] void* transformation_;  ///< xsltTransformContextPtr
};

}  // namespace irikteu::xml
