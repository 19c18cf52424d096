// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {ICuration, Status} from "./interfaces/ICuration.sol";
import {IRegistry, Kind} from "./interfaces/IRegistry.sol";
import {IStaking} from "./interfaces/IStaking.sol";
import {BURN} from "./libraries/Burn.sol";
import {Target} from "./libraries/Target.sol";

/// @title Curation
/// @notice See ICuration.
/// @dev Multicall: contributors batch commits and reveals, anybody batches finalisations.
contract Curation is ICuration, EIP712, Multicall {
    using SafeERC20 for IERC20;
    using BitMaps for BitMaps.BitMap;

    bytes32 public constant REVIEW_TYPEHASH =
        keccak256("Review(uint256 contribution,bool accept,uint16 score,bytes32 reasonHash)");
    uint128 public constant BOND_PER_WORD = 0.001e18;
    uint256 public constant REVEAL_WINDOW = 1 days;
    uint256 public constant REVIEW_PERIOD = 3 days;
    uint32 public constant WHOLE = type(uint32).max;
    uint256 public constant MAX_SCORE = 10_000;

    IERC20 public immutable token;
    IRegistry public immutable registry;
    IStaking public immutable staking;
    address public immutable governance;
    address public immutable arbiter;
    uint256 private immutable _commons;

    uint256 public count;
    mapping(uint256 id => Contribution) private _contributions;
    mapping(uint256 datanet => Policy) private _policies;
    mapping(uint256 datanet => mapping(bytes32 root => uint256 id)) public holderOf;
    mapping(uint256 id => BitMaps.BitMap) private _takenDown;

    constructor(IERC20 token_, IRegistry registry_, IStaking staking_, address governance_, address arbiter_)
        EIP712("OpenCuration", "1")
    {
        (token, registry, staking, governance, arbiter) = (token_, registry_, staking_, governance_, arbiter_);
        _commons = registry_.COMMONS();
    }

    /// @inheritdoc ICuration
    function setPolicy(uint256 datanet, Policy calldata policy) external {
        _checkDatanet(datanet);
        if (registry.ownerOf(datanet) != msg.sender) revert Curation_NotOwner(datanet, msg.sender);
        if (policy.minReviews == 0) revert Curation_ZeroReviews();
        _policies[datanet] = policy;
        emit PolicySet(datanet, policy.minReviews, policy.direct);
    }

    /// @inheritdoc ICuration
    function commit(uint256 datanet, bytes32 commitment, uint32 words) external returns (uint256 id) {
        return _commit(datanet, commitment, words);
    }

    /// @inheritdoc ICuration
    function reveal(uint256 id, bytes32 root, uint32 items, string calldata uri, bytes32 salt) external {
        Contribution storage c = _contributions[id];
        if (c.status != Status.Committed) revert Curation_BadStatus(id, c.status);
        // Else a copy of a pending reveal, sent first, would revert the contributor's whole batch.
        if (c.contributor != msg.sender) revert Curation_NotContributor(id, msg.sender);
        if (block.timestamp <= c.since) revert Curation_TooEarly(c.since + 1);
        if (block.timestamp >= c.since + REVEAL_WINDOW) revert Curation_TooLate(c.since + REVEAL_WINDOW);
        if (c.digest != commitmentOf(msg.sender, c.datanet, root, items, c.words, uri, salt)) {
            revert Curation_BadCommitment(id);
        }
        _reveal(id, c, root, items, uri);
    }

    /// @inheritdoc ICuration
    function contribute(uint256 datanet, bytes32 root, uint32 items, uint32 words, string calldata uri)
        external
        returns (uint256 id)
    {
        if (!_policies[datanet].direct) revert Curation_NotDirect(datanet);
        id = _commit(datanet, commitmentOf(msg.sender, datanet, root, items, words, uri, 0), words);
        _reveal(id, _contributions[id], root, items, uri);
    }

    /// @inheritdoc ICuration
    function finalize(uint256 id, Review[] calldata reviews) external {
        Contribution storage c = _contributions[id];
        if (c.status != Status.Revealed) revert Curation_BadStatus(id, c.status);
        if (block.timestamp >= c.since + REVIEW_PERIOD) revert Curation_TooLate(c.since + REVIEW_PERIOD);
        uint256 holder = holderOf[c.datanet][c.digest];
        if (holder != id) revert Curation_AlreadyContributed(c.datanet, c.digest, holder);
        uint256 required = c.minReviews;
        if (reviews.length < required) revert Curation_TooFewReviews(reviews.length, required);

        (uint256 acceptStake, uint256 rejectStake, uint256 total) = _tally(id, c, reviews);
        bool accepted = acceptStake * 2 > total;
        // Of all stake: else whoever finalises could choose which reviews count.
        if (!accepted && rejectStake * 2 <= total) revert Curation_NoMajority(acceptStake, rejectStake, total);
        if (!accepted) delete holderOf[c.datanet][c.digest];
        _close(id, c, accepted ? Status.Accepted : Status.Rejected, acceptStake, rejectStake);
    }

    /// @inheritdoc ICuration
    function expire(uint256 id) external {
        Contribution storage c = _contributions[id];
        bool revealed = c.status == Status.Revealed;
        if (!revealed && c.status != Status.Committed) revert Curation_BadStatus(id, c.status);
        uint256 opensAt = c.since + (revealed ? REVIEW_PERIOD : REVEAL_WINDOW);
        if (block.timestamp < opensAt) revert Curation_TooEarly(opensAt);
        if (revealed && holderOf[c.datanet][c.digest] == id) delete holderOf[c.datanet][c.digest];
        _close(id, c, Status.Expired, 0, 0);
    }

    /// @inheritdoc ICuration
    function addCommons(bytes32 root, uint32 items, uint32 words, string calldata uri) external returns (uint256 id) {
        if (msg.sender != governance) revert Curation_NotGovernance(msg.sender);
        id = ++count;
        Contribution storage c = _contributions[id];
        (c.datanet, c.words) = (uint64(_commons), words);
        emit Committed(
            id, _commons, address(0), commitmentOf(address(0), _commons, root, items, words, uri, 0), words, 0
        );
        _reveal(id, c, root, items, uri);
        c.status = Status.Accepted;
        emit Finalized(id, Status.Accepted, 0, 0);
    }

    /// @inheritdoc ICuration
    function takeDown(uint256 id, uint32 item, bytes32 reasonHash) external {
        Contribution storage c = _contributions[id];
        if (msg.sender != arbiter && msg.sender != c.contributor) revert Curation_NotAllowed(id, msg.sender);
        if (c.status != Status.Revealed && c.status != Status.Accepted) revert Curation_BadStatus(id, c.status);
        if (isTakenDown(id, item)) revert Curation_TakenDownAlready(id, item);
        _takenDown[id].set(item);
        emit TakenDown(id, item, msg.sender, reasonHash);
    }

    /// @inheritdoc ICuration
    function isTakenDown(uint256 id, uint32 item) public view returns (bool) {
        return _takenDown[id].get(item) || _takenDown[id].get(WHOLE);
    }

    /// @inheritdoc ICuration
    function contributionOf(uint256 id) external view returns (Contribution memory) {
        return _contributions[id];
    }

    /// @inheritdoc ICuration
    function policyOf(uint256 datanet) public view returns (Policy memory policy) {
        policy = _policies[datanet];
        if (policy.minReviews == 0) policy.minReviews = 1;
    }

    /// @inheritdoc ICuration
    function bondFor(uint32 words) public pure returns (uint128) {
        return words * BOND_PER_WORD;
    }

    /// @inheritdoc ICuration
    function commitmentOf(
        address contributor,
        uint256 datanet,
        bytes32 root,
        uint32 items,
        uint32 words,
        string calldata uri,
        bytes32 salt
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(contributor, datanet, root, items, words, uri, salt));
    }

    function _commit(uint256 datanet, bytes32 commitment, uint32 words) private returns (uint256 id) {
        _checkDatanet(datanet);
        if (datanet == _commons) revert Curation_CommonsClosed();
        if (words == 0) revert Curation_ZeroWords();
        id = ++count;
        uint128 bond = bondFor(words);
        Contribution storage c = _contributions[id];
        (c.digest, c.contributor, c.since, c.status) =
            (commitment, msg.sender, uint48(block.timestamp), Status.Committed);
        (c.words, c.datanet) = (words, uint64(datanet)); // it exists
        token.safeTransferFrom(msg.sender, address(this), bond);
        emit Committed(id, datanet, msg.sender, commitment, words, bond);
    }

    function _reveal(uint256 id, Contribution storage c, bytes32 root, uint32 items, string calldata uri) private {
        if (items == 0) revert Curation_ZeroItems();
        // An earlier commitment outranks a later one that was revealed first, until that is accepted: who sees a reveal held back and
        // copies it gains nothing.
        uint256 holder = holderOf[c.datanet][root];
        if (holder != 0 && (holder < id || _contributions[holder].status == Status.Accepted)) {
            revert Curation_AlreadyContributed(c.datanet, root, holder);
        }
        holderOf[c.datanet][root] = id;
        (c.digest, c.since, c.status) = (root, uint48(block.timestamp), Status.Revealed);
        // As of now: else the datanet's owner could ask for more than there are, and have it expire.
        (c.minReviews, c.items) = (policyOf(c.datanet).minReviews, items);
        emit Revealed(id, root, items, uri);
    }

    function _close(uint256 id, Contribution storage c, Status status, uint256 acceptStake, uint256 rejectStake)
        private
    {
        (c.since, c.status) = (uint48(block.timestamp), status);
        token.safeTransfer(status == Status.Rejected ? BURN : c.contributor, bondFor(c.words));
        emit Finalized(id, status, acceptStake, rejectStake);
    }

    function _tally(uint256 id, Contribution storage c, Review[] calldata reviews)
        private
        returns (uint256 acceptStake, uint256 rejectStake, uint256 total)
    {
        address owner = registry.ownerOf(c.datanet);
        uint48 weighedAt = c.since - 1; // stake that came with or after the reveal does not count
        total = staking.totalStakeAt(weighedAt);
        uint256 previous;
        for (uint256 i; i < reviews.length; ++i) {
            Review calldata r = reviews[i];
            if (r.validator <= previous) revert Curation_Unordered(r.validator);
            previous = r.validator;
            _checkReview(id, r, owner, c.contributor);
            uint256 weight = staking.stakeAt(Target.fromId(r.validator), weighedAt);
            if (weight == 0) revert Curation_NoStake(r.validator);
            if (r.accept) acceptStake += weight;
            else rejectStake += weight;
            emit Reviewed(id, r.validator, r.accept, r.score, r.reasonHash);
        }
    }

    function _checkReview(uint256 id, Review calldata r, address datanetOwner, address contributor) private view {
        if (registry.kindOf(r.validator) != Kind.Validator) revert Curation_NotValidator(r.validator);
        if (r.score > MAX_SCORE) revert Curation_BadScore(r.validator, r.score);
        address signer = registry.ownerOf(r.validator);
        if (signer == datanetOwner || signer == contributor) revert Curation_Conflicted(r.validator, signer);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(REVIEW_TYPEHASH, id, r.accept, r.score, r.reasonHash)));
        if (!SignatureChecker.isValidSignatureNowCalldata(signer, digest, r.signature)) {
            revert Curation_BadSignature(r.validator);
        }
    }

    function _checkDatanet(uint256 id) private view {
        if (registry.kindOf(id) != Kind.Datanet) revert Curation_NotDatanet(id);
    }
}
