#include "xml/stylesheet.hpp"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include <cstdarg>
#include <cstdio>

#include "base/error.hpp"
#include "base/faults.hpp"
#include "xml/library.hpp"
#include "xml/tree_room.hpp"
#include "xml/value_conversion.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxStylesheetBytes = 16u << 20;
// A template that calls itself twice never ends: it has so many instructions, and so many more for each node of its input.
constexpr unsigned long kInstructions = 5'000'000, kInstructionsANode = 5'000;
constexpr std::size_t kNodesCounted = 10'000'000;
constexpr std::size_t kMaxConcatenated = std::size_t{64} << 20;  ///< Bytes of a string that concat() makes; as in our own XPath.

struct Compiled {
    xsltStylesheetPtr sheet = nullptr;
    const base::Disk* disk = nullptr;
    std::string root_folder;
    ~Compiled() { xsltFreeStylesheet(sheet); }
};

/// What one transformation has complained of.
struct Complaint {
    const FunctionLibrary* functions = nullptr;
    const Document* input = nullptr;
    std::string message;
    base::SourcePosition where;
};

/// Whether an instruction is xsl:message or makes the text of one.
bool within_message(const xmlNode* instruction) {
    for (; instruction != nullptr && instruction->type == XML_ELEMENT_NODE; instruction = instruction->parent) {
        if (instruction->ns != nullptr && xmlStrEqual(instruction->name, BAD_CAST "message") != 0 && xmlStrEqual(instruction->ns->href, XSLT_NAMESPACE) != 0) return true;
    }
    return false;
}

void on_error(void* user, const char* format, ...) {
    auto* context = static_cast<xsltTransformContextPtr>(user);
    auto* complaint = static_cast<Complaint*>(context->_private);
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    const std::string line = one_line(text);
    if (line.empty() || line.find("runtime error") == 0) {
        // libxslt's own context line: the place is taken from the instruction instead.
    } else if (complaint->message.size() < 2000) {
        if (!complaint->message.empty()) complaint->message += "; ";
        complaint->message += line;
    }
    // What a template says by xsl:message is about the data that it is at.
    const bool is_said = within_message(context->inst);
    if (complaint->where.line == 0 && is_said && context->node != nullptr && context->node->type == XML_ELEMENT_NODE && context->node->doc == complaint->input->raw() && !complaint->input->source().empty()) {
        complaint->where.line = static_cast<int>(xmlGetLineNo(context->node));
        complaint->where.file = complaint->input->source();
    }
    if (complaint->where.line == 0 && context->inst != nullptr) {
        complaint->where.line = static_cast<int>(xmlGetLineNo(context->inst));
        if (context->inst->doc && context->inst->doc->URL) {
            complaint->where.file = reinterpret_cast<const char*>(context->inst->doc->URL);
        }
    }
}

void call_library(xmlXPathParserContextPtr context, int argument_count) {
    auto* complaint = static_cast<Complaint*>(xsltXPathGetTransformContext(context)->_private);
    const auto* uri = reinterpret_cast<const char*>(context->context->functionURI);
    const auto found = complaint->functions->functions().find(
        {uri ? uri : "", reinterpret_cast<const char*>(context->context->function)});
    if (found == complaint->functions->functions().end()) {
        xmlXPathErr(context, XPATH_UNKNOWN_FUNC_ERROR);
        return;
    }
    call_function(context, argument_count, found->second);
}

/// Of the tree, no further than `most`.
std::size_t nodes_of(const xmlDoc* document, std::size_t most) {
    std::size_t count = 0;
    for (const xmlNode* node = document->children; node != nullptr && count < most; ++count) {
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != nullptr && node->next == nullptr) node = node->parent == reinterpret_cast<const xmlNode*>(document) ? nullptr : node->parent;
        if (node != nullptr) node = node->next;
    }
    return count;
}

/// concat(), which in a template that calls itself doubles a string as often as it likes.
void concatenate(xmlXPathParserContextPtr context, int argument_count) {
    std::size_t bytes = 0;
    for (int i = 0; i < argument_count && i < context->valueNr; ++i) {
        const xmlXPathObject* value = context->valueTab[context->valueNr - 1 - i];
        if (value->type == XPATH_STRING && value->stringval != nullptr) bytes += static_cast<std::size_t>(xmlStrlen(value->stringval));
    }
    if (bytes > kMaxConcatenated) {
        auto* const transformation = xsltXPathGetTransformContext(context);
        xsltTransformError(transformation, nullptr, transformation->inst, "concat() would make a string of %lu bytes\n", static_cast<unsigned long>(bytes));
        transformation->state = XSLT_STATE_STOPPED;
        xmlXPathErr(context, XPATH_MEMORY_ERROR);
        return;
    }
    xmlXPathConcatFunction(context, argument_count);
}

struct FreeTransform {
    void operator()(xsltTransformContextPtr context) const { xsltFreeTransformContext(context); }
};

}  // namespace

Stylesheet Stylesheet::load(const base::Disk& disk, const std::string& path, const std::string& root_folder) {
    return parse(disk, disk.read(path, kMaxStylesheetBytes), path, root_folder);
}

Stylesheet Stylesheet::parse(const base::Disk& disk, std::string_view text, const std::string& path, const std::string& root_folder) {
    initialise_xslt();
    Document document = Document::parse(text, path);
    document.raw()->URL = xmlStrdup(BAD_CAST path.c_str());
    const OpenScope scope(disk, root_folder);
    const ErrorCollector collected;
    auto compiled = std::make_shared<Compiled>();
    compiled->disk = &disk;
    compiled->root_folder = root_folder;
    prepare_extensions(document.raw());
    mix_into(document.raw());
    base::Faults faults;
    faults.gather();
    const auto unknown = unknown_xslt_elements(document.raw());
    for (const UnknownElement& each : unknown) faults.add(Error(ErrorCode::malformed, each.message, {path, each.line, 0, {}}));
    compiled->sheet = xsltParseStylesheetDoc(document.raw());
    if (compiled->sheet != nullptr) compiled->sheet->doc = document.release();
    if (compiled->sheet == nullptr || compiled->sheet->errors != 0) {
        for (const Error& fault : collected.errors(ErrorCode::malformed, compiled->sheet == nullptr ? "is not a stylesheet" : "has errors", path)) {
            const bool told = !unknown.empty() && fault.message().starts_with("xsltStylePreCompute: unknown ");  // Those that libxslt sees as well.
            const bool is_none = fault.message().ends_with("document is not a stylesheet");  // In front of it the name of a function of libxslt.
            if (!told) faults.add(is_none ? Error(fault.code(), "is not a stylesheet", fault.where()) : fault);
        }
    }
    faults.end();
    Stylesheet stylesheet;
    stylesheet.raw_ = std::move(compiled);
    stylesheet.path_ = path;
    return stylesheet;
}

Document Stylesheet::apply(const Document& input, const std::map<std::string, std::string>& parameters,
                           const FunctionLibrary& functions) const {
    const auto& compiled = *static_cast<const Compiled*>(raw_.get());
    const OpenScope scope(*compiled.disk, compiled.root_folder);
    const ErrorCollector collected;
    const std::unique_ptr<xsltTransformContext, FreeTransform> context(
        xsltNewTransformContext(compiled.sheet, input.raw()));
    Complaint complaint;
    complaint.functions = &functions;
    complaint.input = &input;
    context->_private = &complaint;
    xsltSetTransformErrorFunc(context.get(), context.get(), on_error);
    for (const auto& [name, function] : functions.functions()) {
        xsltRegisterExtFunction(context.get(), BAD_CAST name.second.c_str(), BAD_CAST name.first.c_str(), call_library);
    }
    context->opLimit = kInstructions + kInstructionsANode * nodes_of(input.raw(), kNodesCounted);
    xmlXPathRegisterFunc(context->xpathCtxt, BAD_CAST "concat", nullptr);  // What is there is not replaced.
    xmlXPathRegisterFunc(context->xpathCtxt, BAD_CAST "concat", concatenate);
    for (const auto& [name, value] : parameters) {
        xsltQuoteOneUserParam(context.get(), BAD_CAST name.c_str(), BAD_CAST value.c_str());
    }
    Document result = Document::adopt(
        xsltApplyStylesheetUser(compiled.sheet, input.raw(), nullptr, nullptr, nullptr, context.get()), path_);
    if (!result || context->state != XSLT_STATE_OK) {
        if (complaint.where.file.empty()) complaint.where.file = path_;
        std::string message = complaint.message;
        if (message.empty()) message = collected.error(ErrorCode::invalid, "the transformation failed", path_).message();
        throw Error(ErrorCode::invalid, message, complaint.where);
    }
    return result;
}

}  // namespace irikteu::xml
