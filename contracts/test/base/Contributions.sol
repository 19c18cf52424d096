// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {World} from "./World.sol";

/// A datanet of OWNER's, contributions by ALICE and three staked validators with keys.
abstract contract Contributions is World {
    address internal constant OWNER = address(0x0717);
    bytes32 internal constant ROOT = keccak256("root");
    bytes32 internal constant SALT = keccak256("salt");
    uint32 internal constant ITEMS = 3;
    uint32 internal constant WORDS = 500;
    uint256 internal constant BOND = 0.5e18;
    string internal constant URI = "ipfs://contribution";

    uint256 internal datanet;
    uint256[3] internal validators; // ids, ascending
    uint256[3] internal keys = [0xF001, 0xF002, 0xF003];

    function setUp() public virtual override {
        super.setUp();
        _endow(OWNER);
        datanet = _register(OWNER, Kind.Datanet);
        for (uint256 i; i < 3; ++i) {
            validators[i] = _validator(keys[i], 100e18);
        }
        _later(1);
    }

    function _validator(uint256 key, uint128 staked) internal returns (uint256 id) {
        id = _register(vm.addr(key), Kind.Validator);
        if (staked > 0) _stake(BOB, id, staked);
    }

    function _later(uint256 seconds_) internal {
        vm.warp(block.timestamp + seconds_);
    }

    function _commit() internal returns (uint256) {
        return _commitAs(ALICE, ROOT);
    }

    function _commitAs(address who, bytes32 root) internal returns (uint256) {
        bytes32 commitment = curation.commitmentOf(who, datanet, root, ITEMS, WORDS, URI, SALT);
        vm.prank(who);
        return curation.commit(datanet, commitment, WORDS);
    }

    function _reveal(uint256 id) internal {
        _revealAs(ALICE, id, ROOT);
    }

    function _revealAs(address who, uint256 id, bytes32 root) internal {
        vm.prank(who);
        curation.reveal(id, root, ITEMS, URI, SALT);
    }

    function _revealed() internal returns (uint256 id) {
        id = _commit();
        _later(1);
        _reveal(id);
    }

    function _reviewDigest(uint256 id, bool accept, uint16 score, bytes32 reason) internal view returns (bytes32) {
        bytes32 typehash = keccak256("Review(uint256 contribution,bool accept,uint16 score,bytes32 reasonHash)");
        return _typed("OpenCuration", address(curation), keccak256(abi.encode(typehash, id, accept, score, reason)));
    }

    function _review(uint256 id, uint256 validator, bool accept) internal view returns (ICuration.Review memory) {
        bytes32 reason = keccak256("reason");
        bytes memory signature = _sign(keys[validator], _reviewDigest(id, accept, 9_000, reason));
        return ICuration.Review(validators[validator], accept, 9_000, reason, signature);
    }

    function _one(ICuration.Review memory review) internal pure returns (ICuration.Review[] memory reviews) {
        reviews = new ICuration.Review[](1);
        reviews[0] = review;
    }

    /// One review per vote, in the validators' order.
    function _reviews(uint256 id, bool[] memory votes) internal view returns (ICuration.Review[] memory reviews) {
        reviews = new ICuration.Review[](votes.length);
        for (uint256 i; i < votes.length; ++i) {
            reviews[i] = _review(id, i, votes[i]);
        }
    }

    function _unanimous(uint256 id, bool vote) internal view returns (ICuration.Review[] memory) {
        bool[] memory votes = new bool[](3);
        (votes[0], votes[1], votes[2]) = (vote, vote, vote);
        return _reviews(id, votes);
    }

    function _statusOf(uint256 id) internal view returns (Status) {
        return curation.contributionOf(id).status;
    }

    function _badStatus(uint256 id, Status status) internal {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_BadStatus.selector, id, status));
    }
}
